using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Burnin.Rig;

namespace Burnin.Bench;

/// <summary>Twenty-four drives at once on one NAS over one connection: what watching them costs.</summary>
internal static partial class Shelf
{
    private const int Drives = 24;
    private const long Bytes = 64 << 20;
    private const string Rate = "rate 200K";
    private const string UsualPoll = "00:00:12";
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(int runs)
    {
        await using var nas = await NasUnderBench.StartAsync(Drives, UsualPoll);
        var disks = new List<FaultyDisk>();
        try
        {
            for (var i = 0; i < Drives; i++)
            {
                disks.Add(await FaultyDisk.CreateAsync(Bytes));
            }

            await Task.Delay(Settle, TimeProvider.System, CancellationToken.None);
            var idle = await CostAsync(nas);
            await Task.WhenAll(disks.Select(disk => disk.SetFaultsAsync(Rate)));
            var jobs = new List<string>();
            foreach (var disk in disks)
            {
                jobs.Add(await nas.StartSurfaceAsync(disk.DevicePath, "fio", 1));
            }

            foreach (var job in jobs)
            {
                await nas.WhenAsync(job, "it writes", now => (double)NasUnderBench.SurfaceOf(now)["percent"]! > 0);
            }

            await Task.Delay(Settle, TimeProvider.System, CancellationToken.None);
            var costs = new List<Cost>();
            for (var run = 0; run < runs; run++)
            {
                costs.Add(await CostAsync(nas));
            }

            var running = (await Task.WhenAll(jobs.Select(nas.JobAsync))).Count(job => job["state"]!.ToString() == "running");

            // To their end, which is a pass: nothing may write to the run directory when it is removed.
            await Task.WhenAll(disks.Select(disk => disk.SetFaultsAsync()));
            foreach (var job in jobs)
            {
                await nas.PassedAsync(job);
            }

            var note = string.Create(CultureInfo.InvariantCulture, $"{running} of {Drives} drives running, {runs} windows of {Window.TotalSeconds:0} s, one look a second; before: {idle.CpuPercent:0.0} % and {idle.Bytes / 1024:0} KiB a minute in all");
            return
            [
                new Row("CPU of Burnin per running drive, % of a core", new Sample(costs.Select(cost => cost.CpuPercent / Drives)).Summary, note),
                new Row("bytes over SSH per drive and minute, KiB", new Sample(costs.Select(cost => cost.Bytes / 1024 / Drives)).Summary, "both ways, as the sockets of the host's sshd count them"),
                new Row("SSH connections to the NAS", nas.Host.SessionCount.ToString(CultureInfo.InvariantCulture), "processes of sshd below its listener"),
            ];
        }
        finally
        {
            foreach (var disk in disks)
            {
                await disk.DisposeAsync();
            }
        }
    }

    /// <summary>In one minute.</summary>
    private sealed record Cost(double CpuPercent, double Bytes);

    private static async Task<Cost> CostAsync(NasUnderBench nas)
    {
        var (process, before) = (Process.GetProcessById(nas.Burnin.ProcessId), await BytesAsync(nas.Host.Port));
        using (process)
        {
            var (cpu, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
            await Task.Delay(Window, TimeProvider.System, CancellationToken.None);
            process.Refresh();
            var seconds = watch.Elapsed.TotalSeconds;
            return new Cost(
                100 * (process.TotalProcessorTime - cpu).TotalSeconds / seconds,
                (await BytesAsync(nas.Host.Port) - before) * 60 / seconds);
        }
    }

    private static async Task<double> BytesAsync(int port)
    {
        var (sockets, _) = await Tool.RunAsync("ss", "-tinH", "state", "established", "sport", "=", string.Create(CultureInfo.InvariantCulture, $":{port}"));
        return Counter().Matches(sockets).Sum(match => double.Parse(match.Groups["bytes"].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"bytes_(?:sent|received):(?<bytes>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Counter();
}
