using System.Collections.Immutable;
using System.Globalization;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Smart;
using Burnin.Nas.Http;
using Burnin.Nas.Runs;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas.Original;

/// <summary>
/// A NAS that speaks the original's contract: it lists disks and runs their self-tests. It offers no way to write to a
/// disk, so the surface stages are played, and say so.
/// </summary>
internal sealed class OriginalNas : INas, IAsyncDisposable
{
    private const string NoTable = "The original contract offers no attribute table; only health and temperature were read.";

    /// <summary>Sped-up demonstrations are looked at more often, up to this.</summary>
    private const double MostLooksPerSecond = 4;

    private readonly NasConnection _connection;
    private readonly TimeProvider _clock;
    private readonly OriginalApi _api;
    private readonly SelfTests _selfTests;
    private readonly RunWatches _testWatches;
    private readonly RunWatches _playWatches;
    private readonly double _speedUp;

    public OriginalNas(NasConnection connection, TimeProvider clock, ILoggerFactory loggers, HttpLimits? limits = null)
    {
        _connection = connection;
        _clock = clock;
        _speedUp = connection.SpeedUp > 0 ? connection.SpeedUp : 1;
        _api = new OriginalApi(connection, clock, limits);
        _selfTests = new SelfTests(_api, clock);

        // Apart from each other: what is played must not stand still while the NAS does not answer.
        var period = TimeSpan.FromSeconds(1) / Math.Clamp(_speedUp, 1, MostLooksPerSecond);
        var logger = loggers.CreateLogger<OriginalNas>();
        _testWatches = new RunWatches(LookAtTestsAsync, period, clock, logger);
        _playWatches = new RunWatches(PlayAsync, period, clock, logger);
    }

    public async Task<Inventory> ReadInventoryAsync(CancellationToken cancellationToken) => new()
    {
        Product = "TrueNAS (original contract)",
        Drives = InventoryMarks.Of([.. (await _api.ListDisksAsync(cancellationToken)).Select(disk => disk.ToFacts())]),
        Capabilities = OriginalCapabilities.All,
    };

    public IDisposable? Listen(Action changed) => null;

    public async Task<DriveExamination> ExamineAsync(DriveTarget target, CancellationToken cancellationToken)
    {
        var facts = await FindAsync(target, cancellationToken);
        var smart = new SmartSnapshot { TakenAt = _clock.GetUtcNow() };
        if (facts is null)
        {
            return new DriveExamination(
                null, smart with { Unavailable = $"No disk on {_connection.Name} answers to serial {target.Serial}." });
        }

        var isKnown = facts.SmartPassed is not null || facts.TemperatureCelsius is not null;
        return new DriveExamination(facts, smart with
        {
            Unavailable = isKnown ? null : $"The NAS reports neither health nor temperature of {facts.DeviceName}.",
            Passed = facts.SmartPassed,
            TemperatureCelsius = facts.TemperatureCelsius,
            Raw = $"{NoTable}\n{facts.DeviceName}: health {Words(facts.SmartPassed)}, temperature {facts.TemperatureCelsius?.ToString(CultureInfo.InvariantCulture) ?? "not reported"}",
        });
    }

    public async Task<LaunchAnswer> EnsureStartedAsync(RunOrder order, CancellationToken cancellationToken)
    {
        if (order.Stage.IsExamination)
        {
            return new LaunchAnswer.Impossible($"The stage {order.Stage.Wire} is a look at the drive, not a run.");
        }

        var facts = await FindAsync(order.Target, cancellationToken);
        var refusals = WipeGuard.RefusalsOf(order.Target, facts, order.Surface?.StaleLabels ?? []);
        return refusals.Length > 0 ? new LaunchAnswer.Refused([.. refusals.Distinct()])
            : SimulatedSurface.Plays(order.Stage) ? new LaunchAnswer.Running(SimulatedSurface.Handle)
            : new LaunchAnswer.Running(await _selfTests.EnsureStartedAsync(order, facts!.DeviceName, cancellationToken));
    }

    public IDisposable Watch(RunOrder order, Func<RunSnapshot, Task> report) =>
        (SimulatedSurface.Plays(order.Stage) ? _playWatches : _testWatches).Add(order, report);

    /// <summary>A drive tests itself, and a played surface follows the clock: neither can stand still.</summary>
    public Task<bool> HoldAsync(RunOrder order, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task ReleaseAsync(RunOrder order, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(RunOrder order, CancellationToken cancellationToken) =>
        SelfTests.Runs(order.Stage) ? _selfTests.StopAsync(order, cancellationToken) : Task.CompletedTask;

    /// <summary>Nothing of a run is left on the NAS but its job, which the NAS clears away itself.</summary>
    public Task CleanAsync(RunOrder order, CancellationToken cancellationToken)
    {
        _selfTests.Forget(order);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _testWatches.DisposeAsync();
        await _playWatches.DisposeAsync();
        _api.Dispose();
    }

    private static string Words(bool? passed) => passed switch
    {
        true => "passed",
        false => "failed",
        null => "not reported",
    };

    private async Task LookAtTestsAsync(ImmutableArray<RunWatch> watches, CancellationToken cancellationToken)
    {
        var seen = await _selfTests.LookAtAsync([.. watches.Select(watch => watch.Order)], cancellationToken);
        for (var i = 0; i < watches.Length; i++)
        {
            watches[i].Post(seen[i]);
        }
    }

    private Task PlayAsync(ImmutableArray<RunWatch> watches, CancellationToken cancellationToken)
    {
        foreach (var watch in watches)
        {
            watch.Post(SimulatedSurface.At(watch.Order, _clock.GetUtcNow(), _speedUp));
        }

        return Task.CompletedTask;
    }

    private async Task<DriveFacts?> FindAsync(DriveTarget target, CancellationToken cancellationToken) =>
        (await ReadInventoryAsync(cancellationToken)).Drives.FirstOrDefault(drive => drive.Serial == target.Serial);
}
