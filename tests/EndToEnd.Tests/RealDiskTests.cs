using System.Collections.Concurrent;
using System.Text.Json;
using Burnin.Rig;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>Real sshd, real badblocks, real block devices: what the whole of Burnin is for.</summary>
public sealed class RealDiskTests
{
    private const long SizeBytes = 256L << 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_disk_is_burned_in_over_ssh_and_every_block_holds_the_last_pattern()
    {
        SkipWithout(Prerequisites.ForLoopDisks);
        await using var disk = await LoopDisk.CreateAsync(SizeBytes, noise: true);
        await using var rig = await RealDiskRig.StartAsync();
        await rig.Api.AddNasAsync(rig.NasSettings("bench"));
        await using var hub = await WatchAsync(rig, "bench");
        var drive = (await rig.Api.DriveAtAsync(disk.DevicePath))!.Value;
        Assert.False(disk.Content.ContainsOnly(0));

        var job = await rig.Api.JobEndedAsync(await rig.Api.StartSurfaceAsync(drive, "badblocks", passes: 4));

        Assert.Equal("passed", job.Text("state"));
        Assert.Equal(["precheck", "surface_validate", "final_check"], job.GetProperty("stages").EnumerateArray().Select(stage => stage.Text("name")));
        var surface = Api.StageOf(job, "surface_validate");
        Assert.Equal(SizeBytes, surface.GetProperty("tested_bytes").GetInt64());
        Assert.Equal(0, surface.GetProperty("untested_bytes").GetInt64());

        // A loop device has no SMART: the verdict says so, and does not pretend.
        Assert.Equal("pass_with_notes", job.Text("verdict"));
        Assert.Contains("smart_unavailable", job.Codes("reasons"));

        Assert.True(disk.Content.ContainsOnly(0));
        Assert.Contains(hub.Percents, percent => percent is > 0 and < 100);
        await Eventually.TrueAsync(() => hub.Alerts.Any(alert => alert.Text("state") == "passed"), "the alert of the end", cancellationToken: Token);
        await Eventually.TrueAsync(() => !rig.HasRunDirectory(surface.Text("run_id")), "the host is cleaned", cancellationToken: Token);
    }

    [Fact]
    public async Task A_disk_with_a_bad_block_fails_and_the_block_is_named()
    {
        SkipWithout(Prerequisites.ForFaultyDisks);
        await using var disk = await FaultyDisk.CreateAsync(SizeBytes, "bad 5000b 4096");
        await using var rig = await RealDiskRig.StartAsync();
        await rig.Api.AddNasAsync(rig.NasSettings("bench"));
        var drive = (await rig.Api.DriveAtAsync(disk.DevicePath))!.Value;

        var job = await rig.Api.JobEndedAsync(await rig.Api.StartAsync(drive, "surface_validate"));

        Assert.Equal("failed", job.Text("state"));
        Assert.Equal("fail", job.Text("verdict"));
        var surface = Api.StageOf(job, "surface_validate");
        Assert.Equal([5000], surface.GetProperty("bad_blocks").EnumerateArray().Select(block => block.GetInt64()));
        Assert.Equal(4096, surface.GetProperty("block_bytes").GetInt32());
        Assert.Contains("5000", job.GetProperty("reasons")[0].Text("text"));
        Assert.Equal("passed", Api.StageOf(job, "final_check").Text("state"));
    }

    [Fact]
    public async Task A_burnin_killed_in_the_middle_of_a_surface_stage_goes_on_attached_to_the_same_process()
    {
        SkipWithout(Prerequisites.ForFaultyDisks);
        await using var disk = await FaultyDisk.CreateAsync(SizeBytes, "rate 60M");
        await using var rig = await RealDiskRig.StartAsync();
        await rig.Api.AddNasAsync(rig.NasSettings("bench"));
        var id = await rig.Api.StartAsync((await rig.Api.DriveAtAsync(disk.DevicePath))!.Value, "surface_validate");
        var before = await rig.Api.JobWhenAsync(id, "some of the surface is done", job =>
            Api.StageOf(job, "surface_validate").GetProperty("percent").GetDouble() > 5);
        var runId = Api.StageOf(before, "surface_validate").Text("run_id");
        var runner = rig.RunnerOf(runId);

        await rig.Burnin.KillAsync();
        var written = disk.Counters.BytesWritten;
        await Eventually.TrueAsync(() => disk.Counters.BytesWritten > written, "the host goes on writing without Burnin", cancellationToken: Token);
        await rig.StartBurninAsync();

        var after = await rig.Api.JobWhenAsync(id, "attached", job =>
            job.GetProperty("epoch").GetInt64() > before.GetProperty("epoch").GetInt64()
            && Api.StageOf(job, "surface_validate").GetProperty("percent").GetDouble() > 5);
        Assert.Equal("surface_validate", after.Text("stage"));
        Assert.Equal(runner, rig.RunnerOf(runId));
        Assert.Equal(1, Api.StageOf(after, "surface_validate").GetProperty("attempts").GetInt32());

        await disk.SetFaultsAsync();
        var job = await rig.Api.JobEndedAsync(id);
        Assert.Equal("passed", job.Text("state"));

        // Four passes, each byte once: not one was written again.
        Assert.Equal(4 * (ulong)SizeBytes, disk.Counters.BytesWritten);
    }

    [Fact]
    public async Task A_cancelled_job_leaves_nothing_running_on_the_host()
    {
        SkipWithout(Prerequisites.ForFaultyDisks);
        await using var disk = await FaultyDisk.CreateAsync(SizeBytes, "rate 30M");
        await using var rig = await RealDiskRig.StartAsync();
        await rig.Api.AddNasAsync(rig.NasSettings("bench"));
        var id = await rig.Api.StartAsync((await rig.Api.DriveAtAsync(disk.DevicePath))!.Value, "surface_validate");
        var running = await rig.Api.JobWhenAsync(id, "the surface is begun", job =>
            Api.StageOf(job, "surface_validate").GetProperty("percent").GetDouble() > 1);
        var runner = rig.RunnerOf(Api.StageOf(running, "surface_validate").Text("run_id"));

        var (status, body) = await rig.Api.PostAsync($"/api/v1/burnin/{id}/cancel", new { @operator = "e2e" });

        Assert.Equal(System.Net.HttpStatusCode.OK, status);
        Assert.Equal("cancelled", body.Text("state"));
        Assert.False(IsRunning(runner));
        var written = disk.Counters.BytesWritten;
        Assert.Equal("cancelled", (await rig.Api.JobAsync(id)).Text("state"));
        Assert.Equal(written, disk.Counters.BytesWritten);
    }

    /// <summary>A process that has ended and that nobody has fetched yet runs no more.</summary>
    private static bool IsRunning(int processId) =>
        Directory.Exists($"/proc/{processId}")
        && !File.ReadLines($"/proc/{processId}/status").Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));

    private static void SkipWithout(IReadOnlyList<Prerequisite> wanted) =>
        Assert.SkipUnless(Prerequisites.Missing(wanted) is null, Prerequisites.Missing(wanted) ?? "");

    private static async Task<HubRecorder> WatchAsync(RealDiskRig rig, string nas)
    {
        var hub = new HubRecorder(rig.Burnin);
        await hub.StartAsync(nas);
        return hub;
    }

    /// <summary>A program on the hub, as an operator's own script would be.</summary>
    private sealed class HubRecorder : IAsyncDisposable
    {
        private readonly HubConnection _connection;
        private readonly ConcurrentQueue<double> _percents = new();

        public HubRecorder(BurninProcess burnin)
        {
            _connection = new HubConnectionBuilder()
                .WithUrl(new Uri(burnin.BaseAddress, "/hubs/dashboard"), hub => hub.Cookies = burnin.Cookies).Build();
            _connection.On<JsonElement>("NasDelta", delta =>
            {
                foreach (var drive in delta.GetProperty("drives").EnumerateArray())
                {
                    if (drive.TryGetProperty("job", out var job) && job.ValueKind == JsonValueKind.Object
                        && job.TryGetProperty("stage_percent", out var percent) && percent.ValueKind == JsonValueKind.Number)
                    {
                        _percents.Enqueue(percent.GetDouble());
                    }
                }
            });
            _connection.On<JsonElement>("JobAlert", alert => Alerts.Enqueue(alert.Clone()));
        }

        public IReadOnlyCollection<double> Percents => _percents;

        public ConcurrentQueue<JsonElement> Alerts { get; } = new();

        public async Task StartAsync(string nas)
        {
            await _connection.StartAsync(Token);
            await _connection.InvokeAsync<JsonElement>("Watch", new[] { nas }, Token);
        }

        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }
}
