using System.Text.Json;
using Burnin.Rig;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>A drive that says of itself that it is well and wears away under the test: real sshd, a real disk, a pretended smartctl.</summary>
public sealed class GrowingDamageTests
{
    private const long SizeBytes = 64L << 20;

    private const string Serial = "ZGROWS01";

    /// <summary>Replaces eight sectors as soon as something is written to the disk.</summary>
    private const string Smartctl = """
        #!/bin/sh
        case $1 in -V) echo 'smartctl 7.4 2023-08-01 r5530 [x86_64-linux-6.6] (local build)'; exit 0 ;; esac
        for node; do :; done
        grown=0; [ -z "$(od -An -tx1 -N 16 "$node" | tr -d ' 0\n')" ] || grown=8
        cat <<END
        {"smartctl":{"version":[7,4],"exit_status":0},"device":{"type":"sat","protocol":"ATA"},
        "model_name":"PRETENDED 1T","serial_number":"ZGROWS01","user_capacity":{"bytes":67108864},"logical_block_size":512,"rotation_rate":7200,
        "smart_support":{"available":true,"enabled":true},"smart_status":{"passed":true},"temperature":{"current":33},"power_on_time":{"hours":7},
        "ata_smart_data":{"self_test":{"status":{"value":0}},"capabilities":{"self_tests_supported":true}},
        "ata_smart_attributes":{"table":[
        {"id":5,"name":"Reallocated_Sector_Ct","value":100,"worst":100,"thresh":10,"when_failed":"","flags":{"prefailure":true},"raw":{"value":$grown,"string":"$grown"}},
        {"id":197,"name":"Current_Pending_Sector","value":100,"worst":100,"thresh":0,"when_failed":"","flags":{"prefailure":false},"raw":{"value":0,"string":"0"}}]},
        "ata_smart_self_test_log":{"extended":{"count":0,"table":[]}}}
        END
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_verdict_names_what_the_drive_counted_before_and_after_and_its_history_shows_when()
    {
        Assert.SkipUnless(Prerequisites.Missing(Prerequisites.ForLoopDisks) is null, Prerequisites.Missing(Prerequisites.ForLoopDisks) ?? "");
        await using var disk = await LoopDisk.CreateAsync(SizeBytes);
        var folder = Directory.CreateTempSubdirectory("burnin-worn-").FullName;
        await using var rig = await RealDiskRig.StartAsync(new SshServerOptions { ForcedCommand = await SataDisguise.EntranceAsync(folder, disk.DevicePath, SizeBytes, Serial, Smartctl) });
        await rig.Api.AddNasAsync(rig.NasSettings("bench"));
        var drive = (await rig.Api.DriveAtAsync($"/dev/{SataDisguise.NameOf(disk.DevicePath)}"))!.Value;

        var id = await rig.Api.StartSurfaceAsync(drive, "badblocks");
        var job = await rig.Api.JobEndedAsync(id);

        Assert.Equal(("failed", "fail"), (job.Text("state"), job.Text("verdict")));
        Assert.Equal("passed", Api.StageOf(job, "surface_validate").Text("state"));
        var reason = job.GetProperty("reasons")[0];
        Assert.Equal(("reallocated_sectors", "fail", "Reallocated sectors: 8, up from 0 before the test. First seen after the surface test."), (reason.Text("code"), reason.Text("severity"), reason.Text("text")));
        Assert.Equal((0, 8), (reason.GetProperty("before").GetInt32(), reason.GetProperty("after").GetInt32()));

        // Before, after the surface, at the end.
        var history = default(JsonElement);
        await Eventually.TrueAsync(
            async () => (history = (await rig.Api.GetAsync($"/api/v1/drives/{drive.Text("id")}/smart/attributes/5")).GetProperty("points")).GetArrayLength() == 3,
            "the history has all three readings", cancellationToken: Token);
        Assert.Equal([0, 8, 8], history.EnumerateArray().Select(point => point.GetProperty("decoded").GetInt32()));
        Directory.Delete(folder, recursive: true);
    }
}
