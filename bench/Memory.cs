using System.Globalization;
using Burnin.Rig;

namespace Burnin.Bench;

/// <summary>Resident memory of the demo after a minute, idle and at work.</summary>
internal static class Memory
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await using var floor = await Floor.StartAsync();
        await using var burnin = await BurninProcess.StartAsync(BurninSetup.Demo());
        await Task.Delay(Settle, TimeProvider.System, CancellationToken.None);
        var (idle, least) = (burnin.ResidentBytes, floor.ResidentBytes);

        var fleet = new DemoFleet(burnin);
        var jobs = await fleet.StartAllAsync(runSurface: false, runShort: false, runLong: true);
        await Task.Delay(Settle, TimeProvider.System, CancellationToken.None);
        var running = await fleet.RunningAsync(jobs);

        return
        [
            new Row("resident memory idle, MiB", MiB(idle), $"after 60 s; empty ASP.NET Core: {MiB(least)}"),
            new Row("resident memory at work, MiB", MiB(burnin.ResidentBytes), string.Create(
                CultureInfo.InvariantCulture, $"60 s after the start of {jobs.Count} jobs, {running} running")),
        ];
    }

    private static string MiB(long bytes) => (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture);
}
