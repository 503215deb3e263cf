using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Tests.Jobs;

/// <summary>The jobs of a box: section 7.6, and the watcher of a self-test in each release.</summary>
public sealed class JobTests
{
    [Theory]
    [InlineData(MockNasProfile.Core130, "id int, method str, arguments [{disk str, identifier str, mode str, type str}], logs_path null, logs_excerpt null, progress {percent null, description null, extra null}, result null, error null, exception null, exc_info null, state str, time_started date, time_finished null")]
    [InlineData(MockNasProfile.Scale2212, "id int, method str, arguments [{disk str, identifier str, mode str, type str}], transient bool, description null, abortable bool, logs_path null, logs_excerpt null, progress {percent null, description null, extra null}, result null, error null, exception null, exc_info null, state str, time_started date, time_finished null")]
    [InlineData(MockNasProfile.Scale2410, "id int, method str, arguments [{disk str, identifier str, mode str, type str}], transient bool, description null, abortable bool, logs_path null, logs_excerpt null, progress {percent null, description null, extra null}, result null, result_encoding_error null, error null, exception null, exc_info null, state str, time_started date, time_finished null, credentials null")]
    public async Task A_job_has_the_fields_of_its_release(MockNasProfile profile, string fields)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        await StartAsync(box, box.Free(DriveProtocol.Ata, "ST16000"));

        var job = Assert.Single((await box.GetAsync("/core/get_jobs?method=smart.test.wait"))!.AsArray());

        Assert.Equal($"{{{fields}}}", JsonShape.Of(job));
        Assert.Equal("WAITING", (string?)job!["state"]);
    }

    [Fact]
    public async Task The_arguments_of_the_watcher_end_with_the_time_it_expects_and_on_12_0_with_the_row()
    {
        await using var old = await BoxUnderTest.StartAsync(MockNasProfile.Core120);
        await using var later = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        await StartAsync(old, old.Free(DriveProtocol.Ata, "ST16000"));
        await StartAsync(later, later.Free(DriveProtocol.Ata, "ST16000"));

        Assert.Equal(["{disk str, identifier str, mode str, type str}", "date", "int"], (await ArgumentsAsync(old)).Select(JsonShape.Of));
        Assert.Equal(["{disk str, identifier str, mode str, type str}", "date"], (await ArgumentsAsync(later)).Select(JsonShape.Of));

        static async Task<JsonArray> ArgumentsAsync(BoxUnderTest box) => (await box.GetAsync("/core/get_jobs"))![0]!["arguments"]!.AsArray();
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, DriveProtocol.Ata, "WAITING,RUNNING,RUNNING,SUCCESS")]
    [InlineData(MockNasProfile.Core133, DriveProtocol.Sas, "WAITING,SUCCESS,SUCCESS,SUCCESS")]
    [InlineData(MockNasProfile.Scale2212, DriveProtocol.Sas, "WAITING,RUNNING,RUNNING,SUCCESS")]
    [InlineData(MockNasProfile.Scale2410, DriveProtocol.Nvme, "WAITING,RUNNING,RUNNING,SUCCESS")]
    [InlineData(MockNasProfile.TrueNas2504, DriveProtocol.Sas, "WAITING,SUCCESS,SUCCESS,SUCCESS")]
    public async Task S2_The_watcher_of_a_SAS_drive_ends_at_once_on_13_and_25_04(MockNasProfile profile, DriveProtocol protocol, string states)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Free(protocol, protocol is DriveProtocol.Ata ? "ST16000" : "");
        var id = (int)(await StartAsync(box, drive))["job"]!;
        var minutes = box.Nas.Box!.Look().Find(drive.Name)!.Model.LongTestMinutes;
        var seen = new List<string> { await StateAsync(box, id) };

        foreach (var part in (double[])[0.05, 0.6, 0.4])
        {
            box.Pass(TimeSpan.FromMinutes(minutes * part));
            seen.Add(await StateAsync(box, id));
        }

        Assert.Equal(states, string.Join(',', seen));
    }

    [Fact]
    public async Task S3_On_12_0_the_watcher_ends_early_where_the_drive_logs_what_runs()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core120);
        var drive = box.Free(DriveProtocol.Ata, "ST16000");
        var id = (int)(await StartAsync(box, drive))["job"]!;
        box.Pass(TimeSpan.FromMinutes(1));

        var job = (await box.GetAsync($"/core/get_jobs?id={id}"))![0]!;
        var rows = (await box.GetAsync($"/smart/test/results?disk={drive.Name}"))![0]!["tests"]!.AsArray();

        Assert.Equal("RUNNING", (string?)rows[0]!["status"]);
        Assert.Equal(("SUCCESS", rows.Count), ((string?)job["state"], (int)job["result"]!["num"]!));
    }

    [Fact]
    public async Task S3_On_12_0_the_watcher_never_ends_where_the_log_is_full()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core120);
        var id = (int)(await StartAsync(box, box.Of(DriveCase.Aged)))["job"]!;
        box.Pass(TimeSpan.FromDays(20));

        var job = (await box.GetAsync($"/core/get_jobs?id={id}"))![0]!;

        Assert.Equal(("RUNNING", 99), ((string?)job["state"], (int)job["progress"]!["percent"]!));
    }

    [Theory]
    [InlineData(MockNasProfile.Core133, true)]
    [InlineData(MockNasProfile.Scale2404, true)]
    [InlineData(MockNasProfile.Scale2410, false)]
    [InlineData(MockNasProfile.TrueNas2504, false)]
    public async Task S5_To_abort_the_watcher_stops_the_drive_from_24_10_on(MockNasProfile profile, bool goesOn)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Free(DriveProtocol.Ata, "ST16000");
        var id = (int)(await StartAsync(box, drive))["job"]!;
        box.Pass(TimeSpan.FromMinutes(5));

        Assert.Null(await box.PostAsync("/core/job_abort", $"{id}"));

        var job = (await box.GetAsync($"/core/get_jobs?id={id}"))![0]!;
        Assert.Equal("ABORTED", (string?)job["state"]);
        Assert.NotNull(job["time_finished"]!["$date"]);
        Assert.Equal(goesOn, box.Nas.Box!.Look().Find(drive.Name)!.LastTest!.Runs(box.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task O2_After_a_reboot_jobs_count_from_one_again_and_tests_were_interrupted()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Free(DriveProtocol.Ata, "ST16000");
        await StartAsync(box, drive);
        await StartAsync(box, box.Free(DriveProtocol.Sas));
        var boot = (string?)await box.GetAsync("/system/boot_id");

        box.Nas.Reboot();

        Assert.Empty((await box.GetAsync("/core/get_jobs"))!.AsArray());
        Assert.NotEqual(boot, (string?)await box.GetAsync("/system/boot_id"));
        Assert.Equal(1, (int)(await StartAsync(box, box.Free(DriveProtocol.Sas)))["job"]!);
        var log = (await box.GetAsync($"/smart/test/results?serial={drive.Serial}"))![0]!["tests"]![0]!;
        Assert.Equal(("Interrupted (host reset)", "ABORTED"), ((string?)log["status_verbose"], (string?)log["status"]));
    }

    [Fact]
    public async Task About_a_thousand_are_kept()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        var running = (int)(await StartAsync(box, box.Free(DriveProtocol.Ata, "ST16000")))["job"]!;

        for (var job = 0; job < 1005; job++)
        {
            box.Nas.Box!.Change(moment => MockTrueNas.Jobs.JobClerk.Add(moment.State, id => new MockTrueNas.Jobs.Job
            {
                Id = id,
                Method = "pool.import_find",
                Arguments = "[]",
                Work = new MockTrueNas.Jobs.JobWork.Timed(TimeSpan.Zero, "[]"),
                StartedAt = moment.Now.AddMinutes(-1),
            }).State);
        }

        var ids = (await box.GetAsync("/core/get_jobs"))!.AsArray().Select(job => (int)job!["id"]!).ToList();

        Assert.Equal((1000, 1006), (ids.Count, ids[^1]));
        Assert.Contains(running, ids);
    }

    [Fact]
    public async Task A4_A_limited_user_sees_its_own_jobs_and_never_the_watcher()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2504);
        var reader = await box.JsonRpcAsync(user: "reader", key: box.KeyOf("reader"));
        await StartAsync(box, box.Free(DriveProtocol.Ata, "ST16000"));
        await box.GetAsync("/pool/import_find");
        var mine = (int)(await reader.ResultAsync("pool.import_find"))!;

        var jobs = (await reader.ResultAsync("core.get_jobs"))!.AsArray();

        Assert.Equal(mine, (int)Assert.Single(jobs)!["id"]!);
        Assert.Equal("reader", (string?)jobs[0]!["credentials"]!["data"]!["username"]);
        Assert.Equal(3, (await box.GetAsync("/core/get_jobs"))!.AsArray().Count);
        Assert.NotNull((await reader.CallAsync("core.job_abort", "[1]"))["error"]);
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2310, 1)]
    [InlineData(MockNasProfile.Scale2404, 0)]
    public async Task A4_From_24_04_on_that_holds_for_a_user_with_a_password_too(MockNasProfile profile, int seen)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        await StartAsync(box, box.Free(DriveProtocol.Ata, "ST16000"));
        var login = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("reader:mock-password"u8.ToArray()));

        Assert.Equal(seen, (await box.RestAsAsync(login, "GET", "/core/get_jobs")).Json!.AsArray().Count);
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2410, DriveCase.PoolData, "FAILED")]
    [InlineData(MockNasProfile.Core130, DriveCase.PoolData, "SUCCESS")]
    [InlineData(MockNasProfile.Scale2410, DriveCase.Free, "SUCCESS")]
    public async Task A_wipe_of_a_member_is_refused_by_Linux_and_done_by_CORE(MockNasProfile profile, DriveCase of, string state)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var id = (int)(await box.PostAsync("/disk/wipe", $$"""{"dev":"{{box.Of(of).Name}}","mode":"QUICK"}"""))!;
        box.Pass(TimeSpan.FromSeconds(5));

        var job = (await box.GetAsync($"/core/get_jobs?id={id}"))![0]!;

        Assert.Equal(state, (string?)job["state"]);
        Assert.Equal(of is DriveCase.Free ? 0 : 1, box.Nas.TakeViolations().Count);
        Assert.Equal(state == "FAILED" ? "[EBUSY] Device or resource busy" : null, (string?)job["error"]);
    }

    private static async Task<string> StateAsync(BoxUnderTest box, int id) => (string)(await box.GetAsync($"/core/get_jobs?id={id}"))![0]!["state"]!;

    private static async Task<JsonObject> StartAsync(BoxUnderTest box, MockDrive drive) =>
        (await box.PostAsync("/smart/test/manual_test", $$"""[{"identifier":"{{drive.Identifier}}","type":"LONG"}]"""))![0]!.AsObject();
}
