using System.Diagnostics;
using System.Globalization;
using Burnin.Rig;

namespace Burnin.Bench;

/// <summary>Many who watch at once: what a change weighs, how late it comes, and what a viewer costs.</summary>
internal static class Viewers
{
    private const int Few = 20;
    private const int Many = 500;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await using var host = await LiveHost.StartAsync();
        await Task.Delay(Settle, TimeProvider.System, CancellationToken.None);
        var alone = host.ResidentBytes;
        await using var stalled = await SilentViewer.WatchAsync(host.BaseAddress);

        var rows = new List<Row>();
        var viewers = new List<Viewer>();
        foreach (var number in (int[])[Few, Many])
        {
            while (viewers.Count < number)
            {
                viewers.Add(await Viewer.WatchAsync(host.BaseAddress));
            }

            await Task.Delay(Settle, TimeProvider.System, CancellationToken.None);
            viewers.ForEach(viewer => viewer.Begin());
            var (cpu, watch) = (CpuOf(host), Stopwatch.StartNew());
            await Task.Delay(Window, TimeProvider.System, CancellationToken.None);
            var seconds = watch.Elapsed.TotalSeconds;
            var share = (CpuOf(host) - cpu).TotalSeconds / seconds * 100;

            var delays = new Sample(viewers.SelectMany(viewer => viewer.DelaysMs));
            var note = string.Create(CultureInfo.InvariantCulture, $"{number} viewers and one that never reads, {LiveChanges.Drives} drives, {LiveChanges.ChangesASecond} changes/s, {seconds:0} s; server at {share:0} % of a core; {viewers.Count(viewer => viewer.IsLost)} lost their connection");
            rows.Add(new Row(string.Create(CultureInfo.InvariantCulture, $"from the change to the client, {number} viewers, ms"), delays.Summary + string.Create(CultureInfo.InvariantCulture, $", p99 {delays.At(0.99):0}"), note + "; the feed gathers for 100 ms"));
            rows.Add(new Row(string.Create(CultureInfo.InvariantCulture, $"changes a second that each of {number} viewers hears"), new Sample(viewers.Select(viewer => viewer.Changes / seconds)).Summary, ""));
        }

        rows.Add(new Row("bytes of a row change on the wire", new Sample(viewers.Select(viewer => (double)viewer.Bytes / viewer.Changes)).Summary, "a run of four days, looked at every 12 s, with its part of the frame around it"));
        rows.Add(new Row("server memory per viewer, MB", string.Create(CultureInfo.InvariantCulture, $"{(host.ResidentBytes - alone) / 1e6 / Many:0.000}"), string.Create(CultureInfo.InvariantCulture, $"{host.ResidentBytes / 1e6:0} MB with {Many}, {alone / 1e6:0} MB with none")));
        foreach (var viewer in viewers)
        {
            await viewer.DisposeAsync();
        }

        return rows;
    }

    private static TimeSpan CpuOf(BurninProcess host)
    {
        using var process = Process.GetProcessById(host.ProcessId);
        return process.TotalProcessorTime;
    }
}
