using System.Text.Json;
using Burnin.Domain.Nases;
using Burnin.Nas.Http;
using Burnin.Nas.TrueNas.Rest;
using Burnin.Nas.TrueNas.Sockets;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas.TrueNas;

/// <summary>
/// Recognises the NAS at the first question, before its key is sent anywhere, and chooses the way to ask it. From time to
/// time, and after every trouble, it looks whether another release runs there by now.
/// </summary>
internal sealed class TrueNasLink(
    NasConnection connection, TimeProvider clock, ILoggerFactory loggers, HttpLimits? limits = null, SocketLimits? socketLimits = null) : IAsyncDisposable
{
    private static readonly TimeSpan BelievedFor = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile TrueNasSession? _session;
    private long _recognisedAt;
    private volatile bool _isInDoubt;
    private volatile NasException? _refusal;

    /// <summary>Of whichever transport there is.</summary>
    public DiskNews News { get; } = new();

    public async Task<TrueNasSession> OpenAsync(CancellationToken cancellationToken)
    {
        if (_session is { } known && !IsToBeLookedAt)
        {
            return known;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            // A key that was refused is not offered again: that locks its owner out. Other settings make another link.
            if (_refusal is { } refused)
            {
                throw new NasException(refused.Fault, refused.Message, refused);
            }

            if (_session is { } open)
            {
                if (!IsToBeLookedAt || await IsStillAsync(open, cancellationToken))
                {
                    return Believed(open);
                }

                _session = null;
                await open.Transport.DisposeAsync();
            }

            return Believed(await RecogniseAsync(cancellationToken));
        }
        catch (NasException exception) when (exception.Fault is NasFault.AuthenticationFailed)
        {
            _refusal ??= exception;
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>After trouble: the NAS may have been updated meanwhile.</summary>
    public void Doubt() => _isInDoubt = true;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _session, null) is { } session)
        {
            await session.Transport.DisposeAsync();
        }

        _gate.Dispose();
    }

    private bool IsToBeLookedAt => _isInDoubt || clock.GetElapsedTime(Interlocked.Read(ref _recognisedAt)) > BelievedFor;

    /// <summary>What does not answer in its words any more is recognised anew.</summary>
    private static async Task<bool> IsStillAsync(TrueNasSession open, CancellationToken cancellationToken)
    {
        try
        {
            return await ReleaseOfAsync(open.Transport, cancellationToken) == open.Release;
        }
        catch (NasException exception) when (exception.Fault is NasFault.UnexpectedAnswer or NasFault.NotSupported)
        {
            return false;
        }
    }

    private static async Task<TrueNasRelease> ReleaseOfAsync(ITrueNasTransport transport, CancellationToken cancellationToken)
    {
        var answer = await transport.CallAsync(TrueNasCall.Read("system.version"), cancellationToken);
        return answer is TrueNasAnswer.Result { Value: { ValueKind: JsonValueKind.String } version } && TrueNasRelease.Parse(version.GetString()!) is { } release
            ? release
            : throw new NasException(
                answer is TrueNasAnswer.Result ? NasFault.NotSupported : NasFault.UnexpectedAnswer,
                answer is TrueNasAnswer.Result result ? $"{transport.Place} says that it is {result.Value}, which is no release that Burnin knows." : answer.WhyNot!);
    }

    private TrueNasSession Believed(TrueNasSession session)
    {
        _session = session;
        _isInDoubt = false;
        Interlocked.Exchange(ref _recognisedAt, clock.GetTimestamp());
        return session;
    }

    private async Task<TrueNasSession> RecogniseAsync(CancellationToken cancellationToken)
    {
        var transport = await ChooseAsync(cancellationToken);
        try
        {
            var session = new TrueNasSession(transport, await ReleaseOfAsync(transport, cancellationToken));
            News.HearFrom(transport);
            return session;
        }
        catch
        {
            await transport.DisposeAsync();
            throw;
        }
    }

    private async Task<ITrueNasTransport> ChooseAsync(CancellationToken cancellationToken)
    {
        KeyRule.Check(connection);
        using var http = new HttpLink(connection, limits ?? new HttpLimits(), clock);
        var seen = await TrueNasFingerprint.TakeAsync(http, cancellationToken);
        var product = seen.Newest?.Product ?? "a TrueNAS older than 25.04";
        return connection.Kind switch
        {
            NasKind.JsonRpc when seen.Newest?.HasJsonRpc != true => throw Impossible($"{http.Place} is {product}, which has no JSON-RPC. Choose kind auto or rest."),
            NasKind.JsonRpc => Socket(),
            NasKind.Auto when seen.Newest?.HasJsonRpc == true && !string.IsNullOrWhiteSpace(connection.ApiUser) => Socket(),
            _ when seen.HasRest => new RestTransport(connection, clock, limits),
            NasKind.Auto => throw Impossible($"{http.Place} is {product}: there a key is a user's. Enter api_user, the user of the key, in the settings of this NAS."),
            _ => throw Impossible($"{http.Place} is {product}, which has no REST any more. Choose kind auto or jsonrpc."),
        };

        JsonRpcTransport Socket() => new(connection, clock, loggers, socketLimits);
    }

    private static NasException Impossible(string why) => new(NasFault.NotSupported, why);
}
