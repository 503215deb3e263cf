using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Violations;

namespace Burnin.MockTrueNas.Tests.SelfTests;

/// <summary>Self-tests by API: sections 5.4, 6.4 and 7.4, traps S1 to S12.</summary>
public sealed class SmartApiTests
{
    [Theory]
    [InlineData(MockNasProfile.Core120, "{disk str, identifier str, expected_result_time date, job int}")]
    [InlineData(MockNasProfile.Core133, "{disk str, identifier str, expected_result_time date, job int}")]
    [InlineData(MockNasProfile.Scale2212, "{disk str, identifier str, error null, expected_result_time date, job int}")]
    [InlineData(MockNasProfile.TrueNas2504, "{disk str, identifier str, error null, expected_result_time date, job int}")]
    public async Task A_start_answers_with_an_entry_for_each_drive(MockNasProfile profile, string shape)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var (first, second) = (box.Free(DriveProtocol.Ata, "ST16000"), box.Free(DriveProtocol.Sas));

        var entries = (await box.PostAsync("/smart/test/manual_test", Wish(("SHORT", first), ("LONG", second))))!.AsArray();

        Assert.Equal([shape, shape], entries.Select(JsonShape.Of));
        Assert.Equal([first.Name, second.Name], entries.Select(entry => (string)entry!["disk"]!));
        Assert.Equal(box.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds(), (long)entries[0]!["expected_result_time"]!["$date"]!);
        Assert.Equal(box.Clock.GetUtcNow().AddMinutes(1471).ToUnixTimeMilliseconds(), (long)entries[1]!["expected_result_time"]!["$date"]!);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithSmart), MemberType = typeof(Profiles))]
    public async Task P6_A_test_that_runs_already_is_an_error_inside_of_a_success(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Free(DriveProtocol.Ata, "ST16000");
        await StartAsync(box, drive, "LONG");

        var entry = await StartAsync(box, drive, "SHORT");

        Assert.StartsWith($"smartctl failed for disk {drive.Name}:\n", (string?)entry["error"], StringComparison.Ordinal);
        Assert.Contains("Can't start self-test without aborting current test (90% remaining)", (string?)entry["error"], StringComparison.Ordinal);
        Assert.False(entry.ContainsKey("job"));
    }

    [Theory]
    [InlineData("SHORT", DriveCase.UnknownRotation)]
    [InlineData("OFFLINE", DriveCase.Free)]
    public async Task What_smartctl_says_without_a_time_is_told_as_an_error(string type, DriveCase of)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        var entry = await StartAsync(box, box.Of(of), type);

        Assert.Contains("smartctl 7.", (string?)entry["error"], StringComparison.Ordinal);
        Assert.False(entry.ContainsKey("job"));
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, 422, "is not valid. Please provide a valid disk identifier.")]
    [InlineData(MockNasProfile.Scale2404, 422, "does not support S.M.A.R.T test.")]
    [InlineData(MockNasProfile.Scale2410, 200, null)]
    [InlineData(MockNasProfile.TrueNas2504, 200, null)]
    public async Task S6_NVMe_is_not_tested_by_API_before_24_10(MockNasProfile profile, int status, string? words)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Free(DriveProtocol.Nvme);

        var answer = await box.RestAsync("POST", "/smart/test/manual_test", Wish(("SHORT", drive)));

        Assert.Equal(status, answer.Status);
        Assert.Equal(words is null ? null : $"{drive.Identifier} {words}", (string?)(answer.Json as JsonObject)?["disks.0.identifier"]?[0]!["message"]);
    }

    [Fact]
    public async Task S10_The_end_of_an_NVMe_test_is_guessed_at_a_minute()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        var entry = await StartAsync(box, box.Free(DriveProtocol.Nvme), "LONG");

        Assert.Equal(box.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds(), (long)entry["expected_result_time"]!["$date"]!);
    }

    [Theory]
    [InlineData("[]", "disks", "Please specify at least one disk.")]
    [InlineData("""[{"identifier":"{serial}x","type":"SHORT"}]""", "disks.0.identifier", "{serial}x is not valid. Please provide a valid disk identifier.")]
    public async Task P2_A_wrong_wish_is_refused_by_attribute(string body, string attribute, string message)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        var answer = await box.RestAsync("POST", "/smart/test/manual_test", body);

        Assert.Equal((422, message), (answer.Status, (string?)answer.Json![attribute]![0]!["message"]));
    }

    [Fact]
    public async Task A_captive_test_starts_and_is_told_on()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        await box.PostAsync("/smart/test/manual_test", $$"""[{"identifier":"{{box.Free(DriveProtocol.Ata).Identifier}}","type":"SHORT","mode":"FOREGROUND"}]""");

        Assert.Equal(ViolationKind.CaptiveTest, Assert.Single(box.Nas.TakeViolations()).Kind);
    }

    [Theory]
    [InlineData(MockNasProfile.Core120, "ST16000", "{disk str, tests [{num int, description str, status str, status_verbose str, remaining float, lifetime int, lba_of_first_error null}]}")]
    [InlineData(MockNasProfile.Core130, "ST16000", "{disk str, current_test {progress int}, tests [{num int, description str, status str, status_verbose str, remaining float, lifetime int, lba_of_first_error null}]}")]
    public async Task The_results_of_CORE_have_the_log_alone(MockNasProfile profile, string model, string shape)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Free(DriveProtocol.Ata, model);
        await StartAsync(box, drive, "LONG");

        Assert.Equal(shape, JsonShape.Of(await ResultAsync(box, drive)));
        Assert.Empty((await box.GetAsync($"/smart/test/results?name={drive.Name}"))!.AsArray());
        Assert.DoesNotContain((await box.GetAsync("/smart/test/results"))!.AsArray(), row => ((string)row!["disk"]!).StartsWith("nvd", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2212)]
    [InlineData(MockNasProfile.TrueNas2504)]
    public async Task The_results_of_SCALE_are_the_row_of_the_disk_with_the_log_in_it(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Of(DriveCase.Aged);

        var row = (await box.GetAsync($"/smart/test/results?serial={drive.Serial}"))![0]!.AsObject();

        Assert.Equal((drive.Name, drive.Name, 21), ((string)row["disk"]!, (string)row["name"]!, row["tests"]!.AsArray().Count));
        Assert.Null(row["current_test"]);
        Assert.All(
            (await box.GetAsync($$"""/smart/test/results?serial={{drive.Serial}}&extra.tests_filter=[["description","=","Extended offline"]]"""))![0]!["tests"]!.AsArray(),
            test => Assert.Equal("Extended offline", (string?)test!["description"]));
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, DriveProtocol.Ata, "num int, description str, status str, status_verbose str, remaining float, lifetime int, lba_of_first_error str")]
    [InlineData(MockNasProfile.Scale2410, DriveProtocol.Ata, "num int, description str, status str, status_verbose str, remaining float, lifetime int, lba_of_first_error str")]
    [InlineData(MockNasProfile.TrueNas2504, DriveProtocol.Ata, "num int, description str, status str, status_verbose str, remaining float, lifetime int, lba_of_first_error int, power_on_hours_ago int")]
    public async Task S8_A_failed_test_names_a_block_as_a_string_until_24_10_and_as_a_number_after(MockNasProfile profile, DriveProtocol protocol, string fields)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Of(DriveCase.Failing);
        await StartAsync(box, drive, "LONG");
        box.Nas.CompleteTests();

        var test = (await ResultAsync(box, drive))["tests"]![0]!;

        Assert.Equal(protocol, drive.Protocol);
        Assert.Equal($"{{{fields}}}", JsonShape.Of(test));
        Assert.Equal(("FAILED", "Completed: read failure", 0.7), ((string)test["status"]!, (string)test["status_verbose"]!, (double)test["remaining"]!));
    }

    [Theory]
    [InlineData(MockNasProfile.Core120, 1)]
    [InlineData(MockNasProfile.Scale2410, 1)]
    [InlineData(MockNasProfile.TrueNas2504, 0)]
    public async Task S7_The_newest_row_is_number_one_until_24_10_and_number_nought_after(MockNasProfile profile, int number)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var tests = (await ResultAsync(box, box.Of(DriveCase.Aged)))["tests"]!.AsArray();

        Assert.Equal(Enumerable.Range(number, 21), tests.Select(test => (int)test!["num"]!));
        Assert.True((int)tests[0]!["lifetime"]! > (int)tests[1]!["lifetime"]!);
    }

    [Theory]
    [InlineData(MockNasProfile.Core133, DriveProtocol.Ata, "FAILED", "Aborted by host")]
    [InlineData(MockNasProfile.Core133, DriveProtocol.Sas, "FAILED", "Aborted (by user command)")]
    [InlineData(MockNasProfile.Scale2212, DriveProtocol.Ata, "ABORTED", "Aborted by host")]
    [InlineData(MockNasProfile.Scale2410, DriveProtocol.Sas, "ABORTED", "Aborted (by user command)")]
    [InlineData(MockNasProfile.Scale2410, DriveProtocol.Nvme, "ABORTED", "Aborted: Self-test command")]
    [InlineData(MockNasProfile.TrueNas2504, DriveProtocol.Nvme, "ABORTED", "Aborted: Self-test command")]
    public async Task S1_An_aborted_test_counts_as_failed_on_CORE(MockNasProfile profile, DriveProtocol protocol, string status, string words)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Free(protocol);
        await StartAsync(box, drive, "LONG");
        await box.DebugAsync("POST", $"/drives/{drive.Name}/abort-test");

        var test = (await ResultAsync(box, drive))["tests"]![0]!;

        Assert.Equal((status, words), ((string)test["status"]!, (string)test["status_verbose"]!));
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, DriveProtocol.Ata, "10,50,90,")]
    [InlineData(MockNasProfile.Core130, DriveProtocol.Sas, ",,,")]
    [InlineData(MockNasProfile.Scale2404, DriveProtocol.Ata, "10,50,90,")]
    [InlineData(MockNasProfile.Scale2404, DriveProtocol.Sas, "0,0,0,")]
    [InlineData(MockNasProfile.Scale2410, DriveProtocol.Nvme, "0,45,85,")]
    [InlineData(MockNasProfile.TrueNas2504, DriveProtocol.Ata, "10,50,90,")]
    [InlineData(MockNasProfile.TrueNas2504, DriveProtocol.Sas, ",,,")]
    [InlineData(MockNasProfile.TrueNas2504, DriveProtocol.Nvme, ",45,85,")]
    public async Task S12_How_far_a_test_is_goes_by_tens_for_ATA_and_not_at_all_for_SAS(MockNasProfile profile, DriveProtocol protocol, string progress)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Free(protocol, protocol is DriveProtocol.Ata ? "ST16000" : "");
        await StartAsync(box, drive, "LONG");
        var minutes = box.Nas.Box!.Look().Find(drive.Name)!.Model.LongTestMinutes;
        var seen = new List<string>();

        foreach (var part in (double[])[0, 0.455, 0.4, 0.15])
        {
            box.Pass(TimeSpan.FromMinutes(minutes * part));
            seen.Add((await ResultAsync(box, drive))["current_test"]?["progress"]?.ToJsonString() ?? "");
        }

        Assert.Equal(progress, string.Join(',', seen));
    }

    [Fact]
    public async Task A_drive_that_logs_no_running_test_hides_it_from_25_04()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2504);
        var drive = box.Free(DriveProtocol.Ata, "ST8000");
        await StartAsync(box, drive, "LONG");

        var row = await ResultAsync(box, drive);

        Assert.Null(row["current_test"]);
        Assert.DoesNotContain(row["tests"]!.AsArray(), test => (string?)test!["status"] == "RUNNING");
    }

    [Fact]
    public async Task S4_On_25_04_an_aborted_test_goes_on_for_ever_as_far_as_the_API_can_see()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2504);
        var drive = box.Free(DriveProtocol.Ata, "ST16000");
        var job = (int)(await StartAsync(box, drive, "LONG"))["job"]!;
        box.Pass(TimeSpan.FromHours(4));
        await box.PostAsync("/smart/test/abort", $"\"{drive.Name}\"");
        box.Pass(TimeSpan.FromDays(30));

        Assert.Equal(20, (int)(await ResultAsync(box, drive))["current_test"]!["progress"]!);
        Assert.Equal("RUNNING", (string?)(await box.GetAsync($"/core/get_jobs?id={job}"))![0]!["state"]);

        await StartAsync(box, drive, "SHORT");
        box.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal("SUCCESS", (string?)(await box.GetAsync($"/core/get_jobs?id={job}"))![0]!["state"]);
    }

    [Fact]
    public async Task P1_The_call_of_the_original_schedules_tests_and_is_told_on()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Free(DriveProtocol.Ata);

        var byName = await box.RestAsync("POST", "/smart/test", $$"""{"disks":["{{drive.Name}}"],"type":"SHORT"}""");
        var byIdentifier = await box.PostAsync("/smart/test", $$"""{"disks":["{{drive.Identifier}}"],"type":"SHORT"}""");

        Assert.Equal("""{"smart_test_create.disks.0":[{"message":"Invalid disk","errno":22}]}""", byName.Text);
        Assert.Equal("""{"hour":"*","dom":"*","month":"*","dow":"*"}""", byIdentifier!["schedule"]!.ToJsonString());
        Assert.Equal(2, (await box.GetAsync("/smart/test"))!.AsArray().Count);
        Assert.Null((await ResultAsync(box, drive))["current_test"]);
        Assert.All(box.Nas.TakeViolations(), violation => Assert.Equal(ViolationKind.TestScheduled, violation.Kind));
    }

    [Fact]
    public async Task P1_CORE_refuses_names_in_its_own_words()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        var answer = await box.RestAsync("POST", "/smart/test", """{"disks":["ada4"],"type":"SHORT"}""");

        Assert.Equal("The following disks are invalid: ada4", (string?)answer.Json!["smart_test_create.disks"]![0]!["message"]);
        Assert.Single(box.Nas.TakeViolations());
    }

    [Fact]
    public async Task Attributes_are_smartctls_own_table_and_change_with_the_test_of_a_dying_drive()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        var drive = box.Of(DriveCase.Failing);

        Assert.Equal((0, 0), (await RawAsync(197), await RawAsync(187)));
        await StartAsync(box, drive, "LONG");
        box.Pass(TimeSpan.FromMinutes(300));
        Assert.InRange(await RawAsync(197), 1, 7);
        box.Pass(TimeSpan.FromMinutes(300));
        Assert.Equal((8, 1), (await RawAsync(197), await RawAsync(187)));
        Assert.Equal(10, await RawAsync(9) - (await AgeAsync()));

        async Task<long> RawAsync(int id) =>
            (long)(await box.PostAsync("/disk/smart_attributes", $"\"{drive.Name}\""))!.AsArray().Single(row => (int)row!["id"]! == id)!["raw"]!["value"]! & uint.MaxValue;

        Task<long> AgeAsync() => Task.FromResult((long)box.Nas.Box!.Look().Find(drive.Name)!.PowerOnHours);
    }

    [Theory]
    [InlineData(MockNasProfile.Core133)]
    [InlineData(MockNasProfile.TrueNas2504)]
    public async Task Attributes_of_what_is_no_ATA_drive_are_an_error(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(422, (await box.RestAsync("POST", "/disk/smart_attributes", $"\"{box.Free(DriveProtocol.Sas).Name}\"")).Status);
    }

    [Fact]
    public async Task Since_25_10_the_private_way_starts_a_test_and_is_told_on()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();
        var drive = box.Free(DriveProtocol.Ata);

        Assert.Null(await socket.ResultAsync("disk.smart_test", $$"""["SHORT",["{{drive.Identifier}}"]]"""));

        Assert.NotNull(box.Nas.Box!.Look().Find(drive.Name)!.LastTest);
        Assert.Equal(ViolationKind.PrivateMethod, Assert.Single(box.Nas.TakeViolations()).Kind);
    }

    [Fact]
    public async Task At_speed_everything_of_a_test_is_as_many_times_shorter()
    {
        await using var box = await BoxUnderTest.StartAsync(new MockNasOptions { Profile = MockNasProfile.Scale2410, SpeedUp = 60 });
        var drive = box.Free(DriveProtocol.Ata, "ST16000");

        var entry = await StartAsync(box, drive, "LONG");
        box.Pass(TimeSpan.FromMinutes(1430 / 60.0 / 2));

        Assert.Equal(box.Clock.GetUtcNow().AddMinutes(1430 / 60.0 / 2).ToUnixTimeMilliseconds(), (double)entry["expected_result_time"]!["$date"]!, 1000.0);
        Assert.Equal(50, (int)(await ResultAsync(box, drive))["current_test"]!["progress"]!);
    }

    private static string Wish(params (string Type, MockDrive Drive)[] wishes) =>
        $"[{string.Join(',', wishes.Select(wish => $$"""{"identifier":"{{wish.Drive.Identifier}}","type":"{{wish.Type}}"}"""))}]";

    private static async Task<JsonObject> StartAsync(BoxUnderTest box, MockDrive drive, string type) =>
        (await box.PostAsync("/smart/test/manual_test", Wish((type, drive))))![0]!.AsObject();

    private static async Task<JsonObject> ResultAsync(BoxUnderTest box, MockDrive drive) =>
        Assert.Single((await box.GetAsync($"/smart/test/results?disk={drive.Name}"))!.AsArray())!.AsObject();
}
