using System.Globalization;
using System.Net;
using System.Text.Json;
using Burnin.Rig;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>What may happen to a surface stage in its days on a NAS, with real processes: the user sees it, and the disk is right.</summary>
public sealed class SurfaceRunTests
{
    private const long SizeBytes = 128L << 20;
    private const ulong SegmentBytes = 64UL << 20;
    private const string Slow = "rate 24M";

    // For what must still run when a second Burnin has come up and taken over, however long that takes on a busy machine.
    private const string VerySlow = "rate 3M";

    private static readonly string[] Kept = ["surface.log", "segments.json"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fake_capacity_fails_by_the_default_engine_and_the_evidence_is_kept()
    {
        await using var disk = await DiskAsync("alias 32M");
        await using var rig = await RigAsync();

        var id = await rig.Api.StartSurfaceAsync(await DriveAsync(rig, disk));
        var job = await rig.Api.JobEndedAsync(id);

        Assert.Equal("failed", job.Text("state"));
        Assert.Contains("came back different", job.GetProperty("reasons")[0].Text("text"), StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () => (await rig.Api.GetAsync($"/api/v1/burnin/{id}/evidence")).GetProperty("evidence").EnumerateArray()
                .Select(file => file.Text("name")).Intersect(Kept).Count() == Kept.Length,
            "the evidence is kept", cancellationToken: Token);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_is_cut_or_goes_silent_costs_the_disk_nothing(bool isSilent)
    {
        await using var disk = await DiskAsync(Slow);
        await using var rig = await RigAsync();
        var id = await rig.Api.StartSurfaceAsync(await DriveAsync(rig, disk));
        await rig.Api.JobWhenAsync(id, "it writes", job => Percent(job) > 3);

        await (isSilent ? rig.Host.FreezeAsync(Token) : rig.Host.DropAsync(Token));
        var written = disk.Counters.BytesWritten;
        await Eventually.TrueAsync(() => disk.Counters.BytesWritten > written + (8 << 20), "the host goes on writing", cancellationToken: Token);
        var percent = Percent(await rig.Api.JobAsync(id));

        await rig.Api.JobWhenAsync(id, "it is watched again", job => Percent(job) > percent + 5);
        await disk.SetFaultsAsync();
        var ended = await rig.Api.JobEndedAsync(id);
        Assert.Equal("passed", ended.Text("state"));
        Assert.Equal(1, Api.StageOf(ended, "surface_validate").GetProperty("attempts").GetInt32());
        Assert.Equal((ulong)SizeBytes, disk.Counters.BytesWritten);
    }

    [Fact]
    public async Task A_process_that_is_lost_on_the_host_costs_less_than_a_segment()
    {
        await using var disk = await DiskAsync(Slow);
        await using var rig = await RigAsync();
        var id = await rig.Api.StartSurfaceAsync(await DriveAsync(rig, disk));
        var running = await rig.Api.JobWhenAsync(id, "it writes its second segment", job => Percent(job) > 27);
        var runId = Api.StageOf(running, "surface_validate").Text("run_id");

        foreach (var process in rig.ProcessesOf(runId))
        {
            await SignalAsync(process, "KILL");
        }

        await disk.SetFaultsAsync();
        var ended = await rig.Api.JobEndedAsync(id);
        Assert.Equal("passed", ended.Text("state"));
        Assert.Equal(2, Api.StageOf(ended, "surface_validate").GetProperty("attempts").GetInt32());
        Assert.InRange(disk.Counters.BytesWritten, (ulong)SizeBytes, (ulong)SizeBytes + SegmentBytes);
    }

    [Fact]
    public async Task A_paused_job_stands_still_over_a_restart_and_goes_on_when_it_is_resumed()
    {
        await using var disk = await DiskAsync(Slow);
        await using var rig = await RigAsync();
        var id = await rig.Api.StartSurfaceAsync(await DriveAsync(rig, disk));
        await rig.Api.JobWhenAsync(id, "it writes", job => Percent(job) > 3);

        var (status, _) = await rig.Api.PostAsync($"/api/v1/burnin/{id}/pause", new { @operator = "e2e" });
        Assert.Equal(HttpStatusCode.OK, status);
        await rig.Api.JobWhenAsync(id, "it is shown as paused", job => job.Text("state") == "paused");
        await disk.SetFaultsAsync();
        var written = disk.Counters.BytesWritten;
        await rig.Burnin.KillAsync();
        await rig.StartBurninAsync();
        await rig.Api.JobWhenAsync(id, "it is taken up, and still paused", job => job.Text("state") == "paused" && job.GetProperty("epoch").GetInt64() > 1);

        Assert.Equal(written, disk.Counters.BytesWritten);
        await rig.Api.PostAsync($"/api/v1/burnin/{id}/resume", new { @operator = "e2e" });
        Assert.Equal("passed", (await rig.Api.JobEndedAsync(id)).Text("state"));
        Assert.Equal((ulong)SizeBytes, disk.Counters.BytesWritten);
    }

    [Fact]
    public async Task Two_Burnins_that_share_a_NAS_do_not_share_a_disk()
    {
        await using var disk = await DiskAsync(Slow);
        await using var rig = await RigAsync();
        await using var other = await rig.StartOtherBurninAsync(onSameData: false);
        var rival = new Api(other);
        await rival.AddNasAsync(rig.NasSettings("bench"));
        var id = await rig.Api.StartSurfaceAsync(await DriveAsync(rig, disk));
        await rig.Api.JobWhenAsync(id, "it writes", job => Percent(job) > 3);

        var seen = (JsonElement)(await Eventually.GetAsync<object>(async () => await rival.DriveAtAsync(disk.DevicePath), "the rival sees the drive", cancellationToken: Token));
        var (status, answer) = await rival.OrderSurfaceAsync(seen, "auto", passes: 1);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("is open for writing in process", answer.ToString(), StringComparison.Ordinal);
        await disk.SetFaultsAsync();
        Assert.Equal("passed", (await rig.Api.JobEndedAsync(id)).Text("state"));
        Assert.Equal((ulong)SizeBytes, disk.Counters.BytesWritten);
    }

    [Fact]
    public async Task A_Burnin_that_wakes_up_after_another_took_its_jobs_over_changes_nothing()
    {
        await using var disk = await DiskAsync(VerySlow);
        await using var rig = await RigAsync();
        var id = await rig.Api.StartSurfaceAsync(await DriveAsync(rig, disk));
        var before = await rig.Api.JobWhenAsync(id, "it writes", job => Percent(job) > 3);
        await rig.Burnin.SuspendAsync();
        await using var other = await rig.StartOtherBurninAsync(onSameData: true);
        var heir = new Api(other);
        await heir.JobWhenAsync(id, "the job is taken over", job => job.GetProperty("epoch").GetInt64() > before.GetProperty("epoch").GetInt64() && Percent(job) > 3);

        var (status, answer) = await heir.PostAsync($"/api/v1/burnin/{id}/cancel", new { @operator = "heir" });
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        var written = disk.Counters.BytesWritten;
        await rig.Burnin.WakeAsync();
        await rig.Api.JobWhenAsync(id, "the sleeper knows", job => job.Text("state") == "cancelled");

        Assert.Equal(written, disk.Counters.BytesWritten);
        Assert.Equal("cancelled", (await heir.JobAsync(id)).Text("state"));
    }

    private static double Percent(JsonElement job) => Api.StageOf(job, "surface_validate").GetProperty("percent").GetDouble();

    private static async Task<FaultyDisk> DiskAsync(params string[] faults)
    {
        Assert.SkipUnless(Prerequisites.Missing(Prerequisites.ForFaultyDisks) is null, Prerequisites.Missing(Prerequisites.ForFaultyDisks) ?? "");
        return await FaultyDisk.CreateAsync(SizeBytes, faults);
    }

    private static async Task<RealDiskRig> RigAsync()
    {
        var rig = await RealDiskRig.StartAsync();
        await rig.Api.AddNasAsync(rig.NasSettings("bench"));
        return rig;
    }

    private static async Task<JsonElement> DriveAsync(RealDiskRig rig, FaultyDisk disk) => (await rig.Api.DriveAtAsync(disk.DevicePath))!.Value;

    private static async Task SignalAsync(int process, string signal)
    {
        using var kill = System.Diagnostics.Process.Start("/bin/kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Token);
    }
}
