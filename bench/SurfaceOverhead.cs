using System.Globalization;
using Burnin.Rig;

namespace Burnin.Bench;

/// <summary>
/// The surface stage against the bare tool with the same parameters on the same disk. The disk is slow, so that a segment
/// takes half a minute, which is less than any segment of a real drive takes.
/// </summary>
internal static class SurfaceOverhead
{
    private const long Bytes = 64 << 20;
    private const string Rate = "rate 2M";

    public static async Task<IReadOnlyList<Row>> MeasureAsync(int runs)
    {
        await using var disk = await FaultyDisk.CreateAsync(Bytes);
        await using var nas = await NasUnderBench.StartAsync();
        await nas.PassedAsync(await nas.StartSurfaceAsync(disk.DevicePath, "fio", 1)); // fio is proved now, as on a host that is in use
        await disk.SetFaultsAsync(Rate);
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            ours.Add(NasUnderBench.SecondsOf(NasUnderBench.SurfaceOf(await nas.PassedAsync(await nas.StartSurfaceAsync(disk.DevicePath, "fio", 1)))));
            bare.Add(await BareAsync(disk.DevicePath));
        }

        var ratios = new Sample(ours.Zip(bare, (one, other) => one / other));
        return
        [
            new Row("surface stage against bare fio, ratio of wall clock", ratios.Summary, string.Create(
                CultureInfo.InvariantCulture, $"{runs} pairs, {Bytes >> 20} MiB at 2 MiB/s; stage {new Sample(ours).Median:0.0} s, bare {new Sample(bare).Median:0.0} s")),
        ];
    }

    private static async Task<double> BareAsync(string device)
    {
        string[] options =
        [
            "--name=bare", "--thread", $"--filename={device}", "--direct=1", "--ioengine=libaio", "--iodepth=4", "--bs=1M", "--verify=meta",
            "--verify_pattern=0x1122334455667788", "--verify_interval=4096", "--verify_fatal=1", "--verify_state_save=0", "--do_verify=0",
        ];
        return (await Tool.RunAsync("fio", [.. options, "--rw=write"])).Seconds + (await Tool.RunAsync("fio", [.. options, "--rw=read"])).Seconds;
    }
}
