using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Nases;

namespace Burnin.Nas.TrueNas.Disks;

/// <summary>The disks of a NAS as its API tells them.</summary>
internal sealed class ApiDisks(TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Between two scans for the picture that people look at; a start looks anew.</summary>
    private static readonly TimeSpan ScanPeriod = TimeSpan.FromMinutes(5);

    /// <summary>A scan may take longer than a poll may: then who uses a disk is not known until it has ended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly Thermometer _thermometer = new(clock);
    private readonly PoolScanner _scanner = new(clock);

    public async Task<ApiSight> ReadAsync(TrueNasSession session, CancellationToken cancellationToken)
    {
        var disks = await QueryAsync(session, cancellationToken);
        var scan = await ScanForPictureAsync(session, disks, cancellationToken);
        var (temperatures, why) = await MeasureAsync(session, disks, cancellationToken);
        return new ApiSight
        {
            Drives = InventoryMarks.Of([.. disks.Select(disk => FactsOf(disk, scan, temperatures.GetValueOrDefault(disk.Name)))]),
            NoTemperatures = why,
            ScanFailures = scan?.Failures ?? ["The NAS is still looking who uses its disks."],
        };
    }

    /// <summary>The disk with this serial, looked at now; null where there is none. Of two with one serial neither is sure.</summary>
    public async Task<DriveFacts?> FindAsync(TrueNasSession session, DriveTarget target, CancellationToken cancellationToken)
    {
        var disks = await QueryAsync(session, cancellationToken);
        if (disks.FirstOrDefault(disk => disk.Serial == target.Serial) is not { } found)
        {
            return null;
        }

        var maxAge = _scanner.Last?.Covers(found) == true ? PoolScanner.Spacing : TimeSpan.Zero;
        var scan = await _scanner.ScanAsync(session, disks, maxAge, cancellationToken);
        var celsius = await Thermometer.ReadNowAsync(session, found.Name, cancellationToken);
        return InventoryMarks.Of([.. disks.Select(disk => FactsOf(disk, scan, disk == found ? celsius : null))]).First(facts => facts.DeviceName == found.Name);
    }

    public ValueTask DisposeAsync() => _scanner.DisposeAsync();

    private static async Task<ImmutableArray<TrueNasDisk>> QueryAsync(TrueNasSession session, CancellationToken cancellationToken)
    {
        var rows = await session.AskAsync(TrueNasCall.Query("disk.query", options: new { extra = new { pools = true } }), cancellationToken);
        return [.. rows.Items().Select(TrueNasDisk.Read).OfType<TrueNasDisk>().Where(disk => disk.ExpiresAt is null)];
    }

    private static DriveFacts FactsOf(TrueNasDisk disk, PoolScan? scan, int? celsius) => new()
    {
        DeviceName = disk.Name,
        Serial = disk.Serial,
        Wwn = disk.Wwn,
        Model = disk.Model,
        SizeBytes = disk.SizeBytes ?? 0,
        Medium = disk.Medium,
        Bay = disk.Bay,
        TemperatureCelsius = celsius,
        InUse = DiskUses.Of(disk, scan),
    };

    private async Task<PoolScan?> ScanForPictureAsync(TrueNasSession session, ImmutableArray<TrueNasDisk> disks, CancellationToken cancellationToken)
    {
        var last = _scanner.Last;
        var isWhole = last is { Failures.IsEmpty: true } && disks.All(last.Covers);
        Task scan = _scanner.ScanAsync(session, disks, isWhole ? ScanPeriod : PoolScanner.Spacing, cancellationToken);
        if (!isWhole)
        {
            await scan.WaitAsync(Patience, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return _scanner.Last;
    }

    private async Task<(ImmutableDictionary<string, int?> Temperatures, string? Why)> MeasureAsync(
        TrueNasSession session, ImmutableArray<TrueNasDisk> disks, CancellationToken cancellationToken)
    {
        try
        {
            return (await _thermometer.ReadAsync(session, [.. disks.Select(disk => disk.Name)], cancellationToken), null);
        }
        catch (NasException exception) when (exception.Fault is not NasFault.AuthenticationFailed)
        {
            return (ImmutableDictionary<string, int?>.Empty, exception.Message);
        }
    }
}
