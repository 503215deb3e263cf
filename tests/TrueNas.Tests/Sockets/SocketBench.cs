using System.Text.Json;
using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.Nas.TrueNas;
using Burnin.Nas.TrueNas.Sockets;
using Burnin.Rig;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Burnin.TrueNas.Tests.Sockets;

/// <summary>A pretend NAS, and our socket to it. Each lives by a clock of its own, which stands still until the test moves it.</summary>
internal sealed class SocketBench : IAsyncDisposable
{
    /// <summary>What a first attempt waits after a failure, at most.</summary>
    private static readonly TimeSpan LongestFirstWait = TimeSpan.FromSeconds(2);

    private SocketBench(MockNas nas, FakeTimeProvider nasClock, NasConnection connection, SocketLimits? limits)
    {
        Nas = nas;
        NasClock = nasClock;
        Transport = new JsonRpcTransport(connection, Clock, NullLoggerFactory.Instance, limits);
    }

    public MockNas Nas { get; }

    public FakeTimeProvider NasClock { get; }

    public WatchedClock Clock { get; } = new();

    public JsonRpcTransport Transport { get; }

    public int Logins => Nas.CallCounts.GetValueOrDefault("auth.login_ex");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<MockNasProfile> Products { get; } = [MockNasProfile.TrueNas2504, MockNasProfile.TrueNas2510, MockNasProfile.TrueNas260];

    /// <param name="profile">What the NAS is.</param>
    /// <param name="change">Makes other settings of those that would work.</param>
    /// <param name="limits">Null for the usual ones.</param>
    public static async Task<SocketBench> StartAsync(
        MockNasProfile profile = MockNasProfile.TrueNas2510, Func<NasConnection, NasConnection>? change = null, SocketLimits? limits = null)
    {
        var nasClock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var nas = await MockNas.StartAsync(new MockNasOptions { Profile = profile }, nasClock, Cancelled);
        try
        {
            var connection = ConnectionTo(nas);
            return new SocketBench(nas, nasClock, change?.Invoke(connection) ?? connection, limits);
        }
        catch
        {
            await nas.DisposeAsync();
            throw;
        }
    }

    public static NasConnection ConnectionTo(MockNas nas) => new()
    {
        Name = nas.Options.Name,
        Kind = NasKind.Linux,
        Url = nas.SecureUrl,
        ApiUser = nas.User,
        ApiKey = nas.ApiKey,
        Tls = TlsTrust.Parse($"pin:{nas.CertificateSha256}")!,
    };

    public Task<TrueNasAnswer> CallAsync(TrueNasCall call) => Transport.CallAsync(call, Cancelled);

    /// <summary>The value of a call that must succeed.</summary>
    public async Task<JsonElement> ReadAsync(string method, params object?[] arguments) => Assert.IsType<TrueNasAnswer.Result>(
        await CallAsync(TrueNasCall.Read(method, [.. arguments.Select(argument => new TrueNasArgument("", argument))]))).Value;

    public async Task<NasException> FailureAsync(string method = "system.version") =>
        await Assert.ThrowsAsync<NasException>(() => CallAsync(TrueNasCall.Read(method)));

    /// <summary>Lets the NAS's time pass until it has done something that it takes its time for.</summary>
    public async Task<T> PassOnNasUntilAsync<T>(Task<T> task)
    {
        await Eventually.TrueAsync(
            () =>
            {
                NasClock.Advance(TimeSpan.FromMilliseconds(100));
                return task.IsCompleted;
            },
            "the NAS's answer",
            cancellationToken: Cancelled);

        return await task;
    }

    /// <summary>Lets the wait before the next attempt pass, once there is one.</summary>
    public async Task PassBackOffAsync()
    {
        await Clock.WaitedForAsync(TimeSpan.Zero, LongestFirstWait, Cancelled);
        Clock.Advance(LongestFirstWait);
    }

    /// <summary>What the NAS says as soon as it can be asked again.</summary>
    public Task<string> VersionAgainAsync() => Eventually.GetAsync<string>(
        async () => (await ReadAsync("system.version")).GetString(), "an answer again", cancellationToken: Cancelled);

    /// <summary>Moves a lever behind the NAS: <c>keys/burnin/expire</c>.</summary>
    public async Task MoveAsync(string lever)
    {
        using var client = new HttpClient { BaseAddress = Nas.BaseUrl };
        using var response = await client.PostAsync($"debug/{lever}", null, Cancelled);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Transport.DisposeAsync();
        await Nas.DisposeAsync();
    }
}
