using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Smart;
using Burnin.Domain.Surface;
using Burnin.Nas.Host;
using Burnin.Nas.Http;
using Burnin.Nas.Runs;
using Burnin.Nas.TrueNas.Disks;
using Burnin.Nas.TrueNas.Smart;
using Burnin.Nas.TrueNas.Sockets;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas.TrueNas;

/// <summary>
/// A TrueNAS: its API tells which disks there are, who uses them and how hot they are; what runs on them is run on the host,
/// over SSH. Whether a disk is free is asked of both.
/// </summary>
internal sealed class TrueNasNas : INas, IAsyncDisposable
{
    /// <summary>Shorter than anybody waits for the whole: a host that hangs must not hide what the API tells.</summary>
    private static readonly TimeSpan HostPatience = TimeSpan.FromSeconds(10);

    /// <summary>The NAS runs smartctl for each look.</summary>
    private static readonly TimeSpan WatchPeriod = TimeSpan.FromSeconds(20);

    private readonly NasConnection _connection;
    private readonly HostNas? _host;
    private readonly TimeProvider _clock;
    private readonly TrueNasLink _link;
    private readonly ApiDisks _disks;
    private readonly ApiSelfTests _selfTests;
    private readonly RunWatches _withoutHost;

    /// <summary>Owns the host from now on.</summary>
    public TrueNasNas(
        NasConnection connection, HostNas? host, TimeProvider clock, ILoggerFactory loggers, HttpLimits? limits = null, SocketLimits? socketLimits = null)
    {
        (_connection, _host, _clock) = (connection, host, clock);
        _link = new TrueNasLink(connection, clock, loggers, limits, socketLimits);
        _disks = new ApiDisks(clock);
        _selfTests = new ApiSelfTests(clock);
        _withoutHost = new RunWatches(LookWithoutHostAsync, WatchPeriod, clock, loggers.CreateLogger<TrueNasNas>());
    }

    public async Task<Inventory> ReadInventoryAsync(CancellationToken cancellationToken)
    {
        var askedHost = LookAtHostAsync(cancellationToken);
        var askedApi = InSessionAsync(
            async session => (Session: session, Sight: await _disks.ReadAsync(session, cancellationToken)), cancellationToken);
        await Task.WhenAll(askedHost, askedApi);
        var ((session, sight), (host, trouble)) = (await askedApi, await askedHost);
        return new Inventory
        {
            Product = session.Release.Product,
            Drives = host is not null ? DriveJoin.Of(sight.Drives, host.Drives)
                : trouble is not null ? [.. sight.Drives.Select(drive => DriveJoin.Unsure(drive, trouble.Message))]
                : sight.Drives,
            HostKey = host?.HostKey,
            Capabilities = TrueNasCapabilities.Of(session, sight, host?.Capabilities, trouble?.Message),
            Trouble = trouble,
        };
    }

    public IDisposable? Listen(Action changed) => _link.News.Listen(changed);

    public async Task<DriveExamination> ExamineAsync(DriveTarget target, CancellationToken cancellationToken)
    {
        if (_host is null)
        {
            return await InSessionAsync(session => ExamineByApiAsync(session, target, cancellationToken), cancellationToken);
        }

        var asked = FindAsync(target, cancellationToken);
        var examined = _host.ExamineAsync(target, cancellationToken);
        await Task.WhenAll(asked, examined);
        var examination = await examined;
        return examination with { Facts = DriveJoin.Of(await asked, examination.Facts) };
    }

    public async Task<LaunchAnswer> EnsureStartedAsync(RunOrder order, CancellationToken cancellationToken)
    {
        if (_host is null)
        {
            return order.Stage.IsSelfTest
                ? await InSessionAsync(session => ApiSelfTests.EnsureStartedAsync(session, order, cancellationToken), cancellationToken)
                : new LaunchAnswer.Impossible(NoHost);
        }

        if (order.Surface is { Shape.Mode: SurfaceMode.Write } surface)
        {
            // The host looks once more, in the shell that starts the writer; it alone tells the WWN in the words of the order.
            var facts = await FindAsync(order.Target, cancellationToken);
            var refusals = WipeGuard.RefusalsOf(order.Target, facts is null ? null : facts with { Wwn = null }, surface.StaleLabels);
            if (!refusals.IsEmpty)
            {
                return new LaunchAnswer.Refused(refusals);
            }
        }

        return await _host.EnsureStartedAsync(order, cancellationToken);
    }

    public IDisposable Watch(RunOrder order, Func<RunSnapshot, Task> report) => _host?.Watch(order, report) ?? _withoutHost.Add(order, report);

    /// <summary>A drive tests itself, and cannot stand still.</summary>
    public Task<bool> HoldAsync(RunOrder order, CancellationToken cancellationToken) =>
        IsByApi(order) ? Task.FromResult(false) : Host.HoldAsync(order, cancellationToken);

    public Task ReleaseAsync(RunOrder order, CancellationToken cancellationToken) => IsByApi(order) ? Task.CompletedTask : Host.ReleaseAsync(order, cancellationToken);

    public Task StopAsync(RunOrder order, CancellationToken cancellationToken) => IsByApi(order)
        ? InSessionAsync(
            async session =>
            {
                await _selfTests.StopAsync(session, order, cancellationToken);
                return true;
            },
            cancellationToken)
        : Host.StopAsync(order, cancellationToken);

    /// <summary>The API leaves nothing of a self-test on the host.</summary>
    public Task CleanAsync(RunOrder order, CancellationToken cancellationToken) => IsByApi(order) ? Task.CompletedTask : Host.CleanAsync(order, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _withoutHost.DisposeAsync();
        await _disks.DisposeAsync();
        await _link.DisposeAsync();
        await (_host?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private string NoHost => $"{_connection.Name} has no SSH settings, and the API cannot do this. Enter host, user and key in its settings.";

    /// <exception cref="NasException">Without SSH nothing can be told or done about what runs there.</exception>
    private HostNas Host => _host ?? throw new NasException(NasFault.NotSupported, NoHost);

    private Task<DriveFacts?> FindAsync(DriveTarget target, CancellationToken cancellationToken) =>
        InSessionAsync(session => _disks.FindAsync(session, target, cancellationToken), cancellationToken);

    private async Task<DriveExamination> ExamineByApiAsync(TrueNasSession session, DriveTarget target, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        return await _disks.FindAsync(session, target, cancellationToken) is { } facts
            ? new DriveExamination(facts, await ApiSmart.ReadAsync(session, facts, now, cancellationToken))
            : new DriveExamination(null, new SmartSnapshot { TakenAt = now, Unavailable = $"No disk on {_connection.Name} answers to serial {target.Serial}." });
    }

    /// <summary>After whatever trouble it is looked whether another release runs there by now.</summary>
    private async Task<T> InSessionAsync<T>(Func<TrueNasSession, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask(await _link.OpenAsync(cancellationToken));
        }
        catch (NasException)
        {
            _link.Doubt();
            throw;
        }
    }

    private async Task<HostSight> LookAtHostAsync(CancellationToken cancellationToken)
    {
        if (_host is null)
        {
            return new HostSight(null, null);
        }

        using var late = new CancellationTokenSource(HostPatience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return new HostSight(await _host.ReadInventoryAsync(either.Token), null);
        }
        catch (NasException exception)
        {
            return new HostSight(null, new InventoryTrouble(exception.Fault, $"SSH: {exception.Message}"));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HostSight(null, new InventoryTrouble(NasFault.Unreachable, $"SSH: the host did not answer within {HostPatience.TotalSeconds:F0} s."));
        }
    }

    private bool IsByApi(RunOrder order) => _host is null && order.Stage.IsSelfTest;

    private async Task LookWithoutHostAsync(ImmutableArray<RunWatch> watches, CancellationToken cancellationToken)
    {
        foreach (var watch in watches.Where(watch => !watch.Order.Stage.IsSelfTest))
        {
            watch.Post(new RunSnapshot.Unseen(NoHost));
        }

        ImmutableArray<RunWatch> tests = [.. watches.Where(watch => watch.Order.Stage.IsSelfTest)];
        if (!tests.IsEmpty)
        {
            var session = await _link.OpenAsync(cancellationToken);
            await ApiSelfTests.LookAsync(session, tests, cancellationToken);
        }
    }
}
