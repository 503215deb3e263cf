using System.Globalization;
using Burnin.Rig;

namespace Burnin.Bench;

/// <summary>How much is written a second time after Burnin was killed, and after the process on the host was.</summary>
internal static class WorkAgain
{
    private const long Bytes = 256 << 20;
    /// <summary>Where the host keeps the numbers of the runner and of its tool.</summary>
    private static readonly string[] ProcessFiles = ["pid", "tool"];

    private const long SegmentBytes = 64 << 20;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(int runs)
    {
        await using var disk = await FaultyDisk.CreateAsync(Bytes);
        await using var nas = await NasUnderBench.StartAsync();
        var (afterKill, afterLoss) = (new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            afterKill.Add(await WrittenAgainAsync(disk, nas, async _ =>
            {
                await nas.Burnin.KillAsync();
                await nas.StartBurninAsync();
            }));
            afterLoss.Add(await WrittenAgainAsync(disk, nas, async runId =>
            {
                foreach (var file in ProcessFiles)
                {
                    var process = (await File.ReadAllTextAsync(Path.Combine(nas.Runs, "runs", runId, file))).Split(' ')[0];
                    await Tool.RunAsync("kill", "-KILL", process);
                }
            }));
        }

        return
        [
            new Row("bytes written again after kill -9 and restart of Burnin", new Sample(afterKill).Summary, string.Create(CultureInfo.InvariantCulture, $"{runs} runs over {Bytes >> 20} MiB")),
            new Row("segments written again after the process on the host was lost", new Sample(afterLoss.Select(bytes => bytes / SegmentBytes)).Summary, "less than 1 is less than one segment"),
        ];
    }

    private static async Task<double> WrittenAgainAsync(FaultyDisk disk, NasUnderBench nas, Func<string, Task> disturb)
    {
        await disk.SetFaultsAsync("rate 60M");
        var before = disk.Counters.BytesWritten;
        var job = await nas.StartSurfaceAsync(disk.DevicePath, "fio", 1);
        var running = await nas.WhenAsync(job, "it writes the second segment", now => (double)NasUnderBench.SurfaceOf(now)["percent"]! is > 18 and < 45);
        await disturb(NasUnderBench.SurfaceOf(running)["run_id"]!.ToString());
        await nas.PassedAsync(job);
        return (double)(disk.Counters.BytesWritten - before) - Bytes;
    }
}
