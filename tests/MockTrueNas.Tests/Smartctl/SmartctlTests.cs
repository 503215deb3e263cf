using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Smartctl;

namespace Burnin.MockTrueNas.Tests.Smartctl;

/// <summary>What smartctl prints on a pretended host: the texts and the keys of the real one, release by release.</summary>
public sealed class SmartctlTests
{
    [Theory]
    [InlineData(DriveProtocol.Ata, "Device Model:     ST16000NM001G-2KK103", "Serial Number:    ", "User Capacity:    16,000,900,661,248 bytes [16.0 TB]")]
    [InlineData(DriveProtocol.Sas, "Vendor:               SEAGATE", "Serial number:        ", "User Capacity:        16,000,900,661,248 bytes [16.0 TB]")]
    [InlineData(DriveProtocol.Nvme, "Model Number:                       Samsung SSD 980 PRO 1TB", "Serial Number:                      ", "Total NVM Capacity:                 1,000,204,886,016 [1.00 TB]")]
    public async Task A_drive_says_who_it_is(DriveProtocol protocol, string model, string serial, string capacity)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Free(protocol);

        var (exit, text) = Run(box, $"-i {NodeOf(drive)}");

        Assert.Equal(0, exit);
        Assert.StartsWith("smartctl 7.4 2023-08-01 r5530 [x86_64-linux-6.6.44-production+truenas] (local build)\n", text, StringComparison.Ordinal);
        Assert.All((string[])[model, serial + drive.Serial, capacity], line => Assert.Contains(line + "\n", text, StringComparison.Ordinal));
        Assert.DoesNotContain("SELF-TEST", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DriveProtocol.Ata, "Testing has begun.\nPlease wait 1430 minutes for test to complete.\nTest will complete after ")]
    [InlineData(DriveProtocol.Sas, "Extended Background Self Test has begun\nPlease wait 1471 minutes for test to complete.\n")]
    [InlineData(DriveProtocol.Nvme, "Self-test has begun\n")]
    public async Task A_test_begins_and_a_second_is_refused_with_the_exit_of_its_protocol(DriveProtocol protocol, string begun)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var node = NodeOf(box.Free(protocol));

        var first = Run(box, $"-t long {node}");
        var second = Run(box, $"-t short {node}");

        Assert.Equal(0, first.Exit);
        Assert.Contains(begun, first.Text, StringComparison.Ordinal);
        Assert.Equal(protocol is DriveProtocol.Sas ? 255 : 4, second.Exit);
        Assert.Contains("Can't start self-test without aborting current test (", second.Text, StringComparison.Ordinal);
        Assert.EndsWith("add '-t force' option to override, or run 'smartctl -X' to abort test.\n", second.Text, StringComparison.Ordinal);
        Assert.Equal(0, Run(box, $"-t short -t force {node}").Exit);
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2212, DriveProtocol.Nvme, "short", "NVMe device successfully opened")]
    [InlineData(MockNasProfile.Scale2410, DriveProtocol.Sas, "conveyance", "SCSI device successfully opened")]
    public async Task What_starts_nothing_may_call_itself_a_success(MockNasProfile profile, DriveProtocol protocol, string test, string words)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Free(protocol);

        var (exit, text) = Run(box, $"-t {test} {NodeOf(drive)}");

        Assert.Equal(0, exit);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Null(box.Nas.Box!.Look().Find(drive.Name)!.LastTest);
    }

    [Fact]
    public async Task An_ATA_test_shows_itself_in_its_status_and_a_row_where_the_drive_writes_one()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var (logging, silent) = (box.Free(DriveProtocol.Ata, "ST16000"), box.Free(DriveProtocol.Ata, "ST8000"));

        foreach (var drive in (MockDrive[])[logging, silent])
        {
            Run(box, $"-t short {NodeOf(drive)}");
        }

        box.Pass(TimeSpan.FromSeconds(25));
        var shown = Json(box, $"-c -l selftest --json=c {NodeOf(logging)}");
        var hidden = Json(box, $"-c -l selftest --json=c {NodeOf(silent)}");

        Assert.Equal("""{"value":245,"string":"in progress, 50% remaining","remaining_percent":50}""", shown["ata_smart_data"]!["self_test"]!["status"]!.ToJsonString());
        Assert.Equal("""{"value":245,"string":"Self-test routine in progress","remaining_percent":50,"passed":true}""", Rows(shown)[0]!["status"]!.ToJsonString());
        Assert.Equal(245, (int)hidden["ata_smart_data"]!["self_test"]!["status"]!["value"]!);
        Assert.DoesNotContain(Rows(hidden), row => (int)row!["status"]!["value"]! >= 240);
        Assert.Contains("Self-test execution status:      ( 245)\tSelf-test routine in progress...\n\t\t\t\t\t50% of test remaining.\n", Run(box, $"-c {NodeOf(logging)}").Text, StringComparison.Ordinal);

        box.Pass(TimeSpan.FromSeconds(32));
        Assert.Equal(240, (int)Json(box, $"-c -j {NodeOf(logging)}")["ata_smart_data"]!["self_test"]!["status"]!["value"]!);
    }

    [Theory]
    [InlineData("abort-test", 16 + 9, "Aborted by host", "was aborted by the host", null)]
    [InlineData("reset-test", 32 + 9, "Interrupted (host reset)", "was interrupted by the host with a reset", null)]
    [InlineData("complete-test", 0, "Completed without error", "completed without error", true)]
    public async Task The_status_of_a_test_that_is_over_says_whether_it_passed_only_where_it_did_or_did_not(string lever, int value, string row, string status, bool? passed)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Free(DriveProtocol.Ata, "ST16000");
        Run(box, $"-t long {NodeOf(drive)}");
        await box.DebugAsync("POST", $"/drives/{drive.Name}/{lever}");

        var json = Json(box, $"-x -j {NodeOf(drive)}");
        var said = json["ata_smart_data"]!["self_test"]!["status"]!;
        var logged = json["ata_smart_self_test_log"]!["extended"]!["table"]![0]!["status"]!;

        Assert.Equal((value, status, passed), ((int)said["value"]!, (string?)said["string"], (bool?)said["passed"]));
        Assert.Equal((value, row, passed), ((int)logged["value"]!, (string?)logged["string"], (bool?)logged["passed"]));
    }

    [Fact]
    public async Task The_old_log_cuts_a_block_to_32_bits_and_a_failure_sets_its_bit_of_the_exit()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Of(DriveCase.Failing);
        Run(box, $"-t long {NodeOf(drive)}");
        box.Nas.CompleteTests();

        var json = Json(box, $"-c -l selftest -l xselftest --json=co {NodeOf(drive)}");
        var block = (long)json["ata_smart_self_test_log"]!["extended"]!["table"]![0]!["lba"]!;

        Assert.True(block > uint.MaxValue);
        Assert.Equal(block & uint.MaxValue, (long)json["ata_smart_self_test_log"]!["standard"]!["table"]![0]!["lba"]!);
        Assert.Equal(128, (int)json["smartctl"]!["exit_status"]!);
        Assert.Equal(128 | 64, Run(box, $"-a {NodeOf(drive)}").Exit);
        Assert.Contains(json["smartctl"]!["output"]!.AsArray(), line => ((string)line!).StartsWith("# 1  Extended offline    Completed: read failure       70%", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Seagate_packs_several_counters_into_one_number()
    {
        await using var box = await BoxUnderTest.StartAsync(new MockNasOptions { Profile = MockNasProfile.Scale2410, HasCases = false, Drives = 30 });
        var drive = box.Nas.Drives.First(drive => drive is { Slot: 10, Protocol: DriveProtocol.Ata } && drive.Model.StartsWith("ST16000", StringComparison.Ordinal));
        var table = Json(box, $"-A -j {NodeOf(drive)}")["ata_smart_attributes"]!["table"]!.AsArray().ToDictionary(row => (int)row!["id"]!, row => row!["raw"]!);

        Assert.Equal(((12L << 48) | (12L << 32) | 12).ToString(System.Globalization.CultureInfo.InvariantCulture), (string?)table[188]["string"]);
        Assert.Matches(@"^\d+ \(17 90 0\)$", (string?)table[9]["string"]);
        Assert.Equal((long)table[9]["value"]! & uint.MaxValue, long.Parse(((string)table[9]["string"]!).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Matches(@"^\d+ \(Min/Max 22/38\)$", (string?)table[190]["string"]);
        Assert.Matches(@"^\d+h\+00m\+36\.650s$", (string?)table[240]["string"]);
    }

    [Fact]
    public async Task The_table_has_the_columns_of_both_layouts()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Free(DriveProtocol.Ata, "ST16000");

        Assert.Contains("\n  5 Reallocated_Sector_Ct   0x0033   100   100   010    Pre-fail  Always       -       0\n", Run(box, $"-a {NodeOf(drive)}").Text, StringComparison.Ordinal);
        Assert.Contains("\n  5 Reallocated_Sector_Ct   PO--CK   100   100   010    -    0\n", Run(box, $"-x {NodeOf(drive)}").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_progress_of_SAS_is_in_the_text_alone_and_7_2_has_no_log_of_it_in_JSON()
    {
        await using var later = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        await using var old = await BoxUnderTest.StartAsync(MockNasProfile.Scale2212);

        foreach (var box in (BoxUnderTest[])[later, old])
        {
            Run(box, $"-t long {NodeOf(box.Free(DriveProtocol.Sas))}");
            box.Pass(TimeSpan.FromMinutes(530));
        }

        var json = Json(later, $"-l selftest --json=co {NodeOf(later.Free(DriveProtocol.Sas))}");
        var older = Json(old, $"-x --json=co {NodeOf(old.Free(DriveProtocol.Sas))}");

        Assert.Equal("""{"code":{"value":2,"string":"Background long"},"result":{"value":15,"string":"Self test in progress ..."},"self_test_in_progress":true}""", json["scsi_self_test_0"]!.ToJsonString());
        Assert.Contains("Self-test execution status:\t\t64% of test remaining", json["smartctl"]!["output"]!.AsArray().Select(line => (string?)line));
        Assert.Contains("# 1  Background long   Self test in progress ...   -     NOW                 - [-   -    -]", json["smartctl"]!["output"]!.AsArray().Select(line => (string?)line));
        Assert.False(older.AsObject().ContainsKey("scsi_self_test_0") || older.AsObject().ContainsKey("scsi_vendor"));
        Assert.Equal("SEAGATE", (string?)older["vendor"]);
        Assert.Contains("Self-test execution status:\t\t64% of test remaining", older["smartctl"]!["output"]!.AsArray().Select(line => (string?)line));
    }

    [Fact]
    public async Task NVMe_tells_in_single_percents_what_is_done()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var node = NodeOf(box.Free(DriveProtocol.Nvme));
        Run(box, $"-t short {node}");
        box.Pass(TimeSpan.FromSeconds(34));

        var log = Json(box, $"-l selftest -j {node}")["nvme_self_test_log"]!;

        Assert.Equal("""{"value":1,"string":"Short self-test in progress"}""", log["current_self_test_operation"]!.ToJsonString());
        Assert.Equal(28, (int)log["current_self_test_completion_percent"]!);
        Assert.Contains("Self-test status: Short self-test in progress (28% completed)", Run(box, $"-a {node}").Text, StringComparison.Ordinal);

        Run(box, $"-X {node}");
        Assert.Equal("Aborted: Self-test command", (string?)Json(box, $"-l selftest -j {node}")["nvme_self_test_log"]!["table"]![0]!["self_test_result"]!["string"]);
    }

    [Theory]
    [InlineData("/dev/nvme0", 0)]
    [InlineData("/dev/nvd0", 2)]
    public async Task On_FreeBSD_an_NVMe_drive_is_known_by_its_controller(string node, int exit)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        Assert.Equal(exit, Run(box, $"-i {node}").Exit);
    }

    [Fact]
    public async Task Power_management_is_read_and_set_where_there_is_any()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var red = NodeOf(box.Free(DriveProtocol.Ata, "WDC"));

        Assert.Contains("APM level is:     96 (intermediate level with standby)", Run(box, $"-g apm {red}").Text, StringComparison.Ordinal);
        Assert.Contains("APM set to level 128 (minimum power consumption without standby)", Run(box, $"-s apm,128 {red}").Text, StringComparison.Ordinal);
        Assert.Contains("APM level is:     128 ", Run(box, $"-g apm {red}").Text, StringComparison.Ordinal);
        Assert.Contains("APM feature is:   Unavailable", Run(box, $"-g apm {NodeOf(box.Free(DriveProtocol.Ata, "ST16000"))}").Text, StringComparison.Ordinal);
        Assert.Equal(4, Run(box, $"-s apm,128 {NodeOf(box.Free(DriveProtocol.Ata, "ST16000"))}").Exit);
    }

    [Theory]
    [InlineData("-n standby", 2)]
    [InlineData("-n standby,3", 3)]
    [InlineData("-n never", 0)]
    public async Task A_drive_that_sleeps_is_left_alone_where_one_asks_for_it(string option, int exit)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Free(DriveProtocol.Ata);
        await box.DebugAsync("POST", $"/drives/{drive.Name}/sleep", "{}");

        Assert.Equal(exit, Run(box, $"{option} -H {NodeOf(drive)}").Exit);
    }

    [Theory]
    [InlineData(DriveProtocol.Ata, "SMART overall-health self-assessment test result: FAILED!")]
    [InlineData(DriveProtocol.Sas, "SMART Health Status: FAILURE PREDICTION THRESHOLD EXCEEDED [asc=5d, ascq=0]")]
    [InlineData(DriveProtocol.Nvme, "SMART overall-health self-assessment test result: FAILED!")]
    public async Task Ill_health_is_said_in_the_words_of_the_protocol(DriveProtocol protocol, string words)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Free(protocol);
        await box.DebugAsync("POST", $"/drives/{drive.Name}/health", """{"healthy":false}""");

        var (exit, text) = Run(box, $"-H {NodeOf(drive)}");

        Assert.Equal(8, exit);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.False((bool)Json(box, $"-H -j {NodeOf(drive)}")["smart_status"]!["passed"]!);
    }

    [Theory]
    [InlineData("-i /dev/sdzz", 2)]
    [InlineData("-i", 1)]
    [InlineData("--frobnicate /dev/sda", 1)]
    [InlineData("-t sideways /dev/sda", 1)]
    public async Task What_cannot_be_done_is_told_in_the_exit_status(string line, int exit)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        Assert.Equal(exit, Run(box, line).Exit);
    }

    [Fact]
    public async Task A_card_reader_is_an_unknown_bridge()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        var json = Json(box, $"-i -j {NodeOf(box.Of(DriveCase.UnknownRotation))}");

        Assert.Equal(1, (int)json["smartctl"]!["exit_status"]!);
        Assert.StartsWith("Unknown USB bridge", (string?)json["smartctl"]!["messages"]![0]!["string"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_as_JSON_has_the_keys_of_the_real_one_in_their_order()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        Assert.Equal(
            ["json_format_version", "smartctl", "local_time", "device", "model_family", "model_name", "serial_number", "wwn", "firmware_version", "user_capacity", "logical_block_size", "physical_block_size", "rotation_rate", "form_factor", "in_smartctl_database", "ata_version", "sata_version", "smart_support", "smart_status", "ata_smart_data", "ata_smart_attributes", "power_on_time", "power_cycle_count", "temperature", "ata_smart_error_log", "ata_smart_self_test_log"],
            JsonShape.Fields(Json(box, $"-a -j {NodeOf(box.Free(DriveProtocol.Ata))}")));
        Assert.Equal(
            "{naa int, oui int, id int}",
            JsonShape.Of(Json(box, $"-i -j {NodeOf(box.Free(DriveProtocol.Ata))}")["wwn"]));
    }

    [Fact]
    public async Task It_lists_what_there_is()
    {
        await using var box = await BoxUnderTest.StartAsync(new MockNasOptions { Profile = MockNasProfile.Scale2410, HasCases = false, Drives = 6 });

        Assert.EndsWith("/dev/sda -d sat # /dev/sda, SCSI device\n/dev/sdb -d sat # /dev/sdb, SCSI device\n/dev/sdc -d sat # /dev/sdc, SCSI device\n/dev/sdd -d scsi # /dev/sdd, SCSI device\n/dev/sde -d sat # /dev/sde, SCSI device\n", Run(box, "--scan").Text, StringComparison.Ordinal);
        Assert.Equal(6, Json(box, "--scan -j")["devices"]!.AsArray().Count);
    }

    private static (int Exit, string Text) Run(BoxUnderTest box, string line) => SmartctlProgramme.Run(box.Nas.Box!, [.. line.Split(' ')]);

    private static JsonNode Json(BoxUnderTest box, string line) => JsonNode.Parse(Run(box, line).Text)!;

    private static JsonArray Rows(JsonNode json) => json["ata_smart_self_test_log"]!["standard"]!["table"]!.AsArray();

    private static string NodeOf(MockDrive drive) => $"/dev/{drive.Name}";
}
