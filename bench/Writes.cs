using System.Diagnostics;
using System.Globalization;
using Burnin.Rig;
using Microsoft.Data.Sqlite;

namespace Burnin.Bench;

/// <summary>How often grain state is written while nothing changes but the percentage: the disk that Burnin itself lives on.</summary>
internal static class Writes
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await using var burnin = await BurninProcess.StartAsync(BurninSetup.Demo());
        var fleet = new DemoFleet(burnin);
        var jobs = await fleet.StartAllAsync(runSurface: false, runShort: false, runLong: true);
        await Task.Delay(Settle, TimeProvider.System, CancellationToken.None);

        var before = VersionsByState(burnin.DataDirectory);
        var watch = Stopwatch.StartNew();
        await Task.Delay(Window, TimeProvider.System, CancellationToken.None);
        var after = VersionsByState(burnin.DataDirectory);
        var tens = watch.Elapsed.TotalSeconds / 10;
        var running = await fleet.RunningAsync(jobs);

        return
        [
            .. after.Select(state => new Row(
                $"writes of `{state.Key}` state per running job per 10 s",
                ((state.Value - before.GetValueOrDefault(state.Key)) / tens / Math.Max(running, 1)).ToString("0.000", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{running} running, {watch.Elapsed.TotalSeconds:0} s, long self-test; {before.GetValueOrDefault(state.Key)} to {state.Value} writes"))),
        ];
    }

    /// <summary>Each write adds one to a row's version, so the sum counts writes.</summary>
    private static Dictionary<string, long> VersionsByState(string dataDirectory)
    {
        var file = Directory.EnumerateFiles(dataDirectory, "*.db").Single();
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT GrainTypeString, SUM(Version) FROM OrleansStorage GROUP BY GrainTypeString ORDER BY 1";
        using var reader = command.ExecuteReader();
        var sums = new Dictionary<string, long>();
        while (reader.Read())
        {
            sums[reader.GetString(0)] = reader.GetInt64(1);
        }

        return sums;
    }
}
