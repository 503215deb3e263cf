using System.Globalization;
using Burnin.Rig;

namespace Burnin.Bench;

/// <summary>
/// What Burnin does by itself against what the dashboard before it did, for the same coverage, where every I/O costs a
/// millisecond: as with a drive that has lost its write cache, or sits behind a slow controller.
/// </summary>
internal static class DefaultAgainstOriginal
{
    private const long Bytes = 4L << 30;
    private const string Latency = "latency 1000";
    private const int Passes = 4;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(int runs)
    {
        await using var disk = await FaultyDisk.CreateAsync(Bytes, Latency);
        await using var nas = await NasUnderBench.StartAsync();
        var (ours, original) = (new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            ours.Add(NasUnderBench.SecondsOf(NasUnderBench.SurfaceOf(await nas.PassedAsync(await nas.StartSurfaceAsync(disk.DevicePath, "auto", Passes)))));
            original.Add((await Tool.RunAsync("badblocks", "-wsv", "-b", "4096", "-p", "1", disk.DevicePath)).Seconds);
        }

        var ratios = new Sample(ours.Zip(original, (one, other) => one / other));
        return
        [
            new Row("default against `badblocks -wsv -b 4096 -p 1`, ratio of wall clock", ratios.Summary, string.Create(
                CultureInfo.InvariantCulture,
                $"{runs} pairs, {Bytes >> 30} GiB, 1 ms an I/O, {Passes} passes; ours {new Sample(ours).Median:0.0} s, original {new Sample(original).Median:0.0} s")),
        ];
    }
}
