using System.Net;
using System.Text.Json;
using Burnin.Rig;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>A drive that stops answering: nothing on the host can end its writer, and nobody is fooled about that.</summary>
/// <remarks>Alone: while a loop device hangs, whoever wants to know what is on it waits, every other test's host among them.</remarks>
[CollectionDefinition(nameof(HangingDriveTests), DisableParallelization = true)]
[Collection(nameof(HangingDriveTests))]
public sealed class HangingDriveTests
{
    private const long SizeBytes = 64L << 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_gives_its_slot_back_and_the_drive_stays_locked_until_it_answers()
    {
        Assert.SkipUnless(Prerequisites.Missing(Prerequisites.ForFaultyDisks) is null, Prerequisites.Missing(Prerequisites.ForFaultyDisks) ?? "");
        await using var hanging = await FaultyDisk.CreateAsync(SizeBytes, "rate 3M");
        await using var sound = await FaultyDisk.CreateAsync(SizeBytes);
        await using var rig = await RealDiskRig.StartAsync();
        await rig.Api.AddNasAsync(rig.NasSettings("bench", maxParallel: 1));
        var drive = await DriveAsync(rig, hanging);
        var id = await rig.Api.StartSurfaceAsync(drive);
        var waiting = await rig.Api.StartSurfaceAsync(await DriveAsync(rig, sound));
        var running = await rig.Api.JobWhenAsync(id, "it writes", job => Api.StageOf(job, "surface_validate").GetProperty("percent").GetDouble() > 3);
        await hanging.SetFaultsAsync("hang");

        var (cancelled, unproved) = await rig.Api.PostAsync($"/api/v1/burnin/{id}/cancel", new { @operator = "e2e" });
        Assert.True(cancelled == HttpStatusCode.Accepted, unproved.ToString());
        Assert.Equal("queued", (await rig.Api.JobAsync(waiting)).Text("state"));
        var (wrong, _) = await rig.Api.PostAsync($"/api/v1/burnin/{id}/give-up", new { @operator = "e2e", confirm_serial = "another" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong);
        var (given, answer) = await rig.Api.PostAsync($"/api/v1/burnin/{id}/give-up", new { @operator = "e2e", confirm_serial = drive.Text("serial") });

        // The slot is free, and the writer of the given-up run still has the disk.
        Assert.True(given == HttpStatusCode.OK, answer.ToString());
        Assert.Equal(("cancelled", false), (answer.Text("state"), answer.GetProperty("proved").GetBoolean()));
        Assert.Equal("passed", (await rig.Api.JobEndedAsync(waiting)).Text("state"));
        var left = await rig.Api.JobAsync(id);
        Assert.Equal(("cancelled", "e2e", false), (left.Text("state"), left.Text("given_up_by"), left.GetProperty("is_over").GetBoolean()));
        Assert.True(left.GetProperty("epoch").GetInt64() > running.GetProperty("epoch").GetInt64());
        var (refused, why) = await rig.Api.OrderSurfaceAsync(drive, "auto", passes: 1);
        Assert.True(refused >= HttpStatusCode.BadRequest, why.ToString());

        // It answers again: the run ends without another byte, and the heir has the drive for itself.
        await hanging.SetFaultsAsync();
        await rig.Api.JobWhenAsync(id, "the run is ended and cleaned up", job => job.GetProperty("is_over").GetBoolean());
        var written = hanging.Counters.BytesWritten;
        var heir = await rig.Api.JobEndedAsync(await rig.Api.StartSurfaceAsync(drive));
        Assert.Equal("passed", heir.Text("state"));
        Assert.Equal((ulong)SizeBytes, hanging.Counters.BytesWritten - written);
    }

    private static async Task<JsonElement> DriveAsync(RealDiskRig rig, FaultyDisk disk) =>
        (JsonElement)await Eventually.GetAsync<object>(async () => await rig.Api.DriveAtAsync(disk.DevicePath), "the drive is shown", cancellationToken: Token);
}
