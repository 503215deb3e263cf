using System.Text.Json.Nodes;
using Burnin.Domain.Smart;
using Xunit;

namespace Burnin.Domain.Tests.Smart;

public sealed class SmartJsonTests
{
    private const string Sas = "s02_sas_running_37__7.4__aj.json";

    [Fact]
    public void A_warning_may_stand_before_the_JSON_and_anything_behind_it() =>
        Assert.Equal(
            "ZA1EMU020000C812",
            SmartReports.Read($"\uFEFFWarning: something\r\n{SmartSamples.Text(Sas)}\nConnection to host closed.\n").Identity.Serial);

    [Fact]
    public void A_list_of_reports_is_its_first() =>
        Assert.Equal("ZA1EMU020000C812", SmartReports.Read($"[\n{SmartSamples.Text(Sas)},\n{SmartSamples.Text("n12_sparse__7.4__aj.json")}]").Identity.Serial);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"smartctl\": 5}")]
    [InlineData("{\"device\": {\"protocol\": \"ATA\"}, \"ata_smart_attributes\": {\"table\": [null, 5, {\"id\": \"five\"}, {\"id\": 900}]}}")]
    [InlineData("{\"model_name\": \"\\ud800\"}")]
    public void JSON_of_another_shape_is_no_report(string json) =>
        Assert.Equal((SmartReportKind.Error, (bool?)null), (SmartReports.Read(json).Kind, SmartReports.Read(json).HealthPassed));

    [Fact]
    public void The_exit_status_of_the_JSON_counts_and_not_that_of_a_shell_around_it()
    {
        var report = SmartReports.Read(SmartSamples.Text("s03_sas_failed_segment__7.4__aj.json"), exitStatus: 255);

        Assert.Equal(128, report.ExitStatus);
        Assert.Equal([7], report.ExitBits().AsEnumerable());
    }

    [Fact]
    public void The_text_inside_tells_what_the_JSON_of_a_SAS_drive_lacks()
    {
        var report = SmartReports.Read(WithText(SmartSamples.Text("s02_sas_running_37__7.2__aj.json"), SmartSamples.Text("s02_sas_running_37__7.4__a.txt") + "\nNon-medium error count:        3\n"));

        Assert.Equal((true, 64, "Background long"), (report.SelfTests.IsRunning, report.SelfTests.RemainingPercent, report.SelfTests.RunningType));
        Assert.Equal([SelfTestResult.Running, SelfTestResult.Passed], report.SelfTests.Log!.Value.Select(row => row.Result));
        Assert.Equal((3, true, "5000c500aabb0120"), (report.Scsi!.NonMediumErrors, report.IsSmartEnabled, report.Identity.Wwn));
        Assert.Empty(report.Uncertain);
    }

    [Fact]
    public void Two_releases_count_the_bytes_of_the_defect_list()
    {
        var json = Changed(Sas, root =>
        {
            root["smartctl"]!["version"] = new JsonArray(7, 0);
            root["scsi_grown_defect_list"] = 40;
        });

        Assert.Equal(5, SmartReports.Read(json).Scsi!.GrownDefects);
        Assert.Contains(SmartReports.Read(json).Uncertain, doubt => doubt.StartsWith("grown_defects", StringComparison.Ordinal));
        Assert.Equal(0, SmartReports.Read(WithText(json, SmartSamples.Text("s02_sas_running_37__7.4__a.txt"))).Scsi!.GrownDefects);
    }

    [Fact]
    public void From_8_on_a_SAS_drive_tells_its_progress_in_JSON()
    {
        var report = SmartReports.Read(Changed(Sas, root => root["scsi_self_test_status"] = new JsonObject { ["in_progress"] = true, ["completion_percent"] = 36 }));

        Assert.Equal((true, 64), (report.SelfTests.IsRunning, report.SelfTests.RemainingPercent));
    }

    [Fact]
    public void Health_of_SCSI_carries_its_reason()
    {
        var report = SmartReports.Read(Changed(Sas, root => root["smart_status"] = new JsonObject
        {
            ["passed"] = false,
            ["scsi"] = new JsonObject { ["asc"] = 0x5D, ["ascq"] = 0x10, ["ie_string"] = "Hardware impending failure general hard drive failure" },
        }));

        Assert.Equal((false, 0x5D, 0x10), (report.HealthPassed, report.Scsi!.HealthAsc, report.Scsi.HealthAscq));
        Assert.Contains(SmartIndicators.Of(report), indicator => indicator.Code == "health_failed");
    }

    [Theory]
    [InlineData("12345", 12345)]
    [InlineData("\"12345\"", 12345)]
    [InlineData("{\"n\": 12345, \"s\": \"12345\"}", 12345)]
    [InlineData("340282366920938463463374607431768211455", long.MaxValue)]
    [InlineData("\"340282366920938463463374607431768211455\"", long.MaxValue)]
    public void Large_numbers_come_in_three_shapes(string number, long read) =>
        Assert.Equal(read, SmartReports.Read("{\"nvme_smart_health_information_log\": {\"data_units_written\": " + number + "}}").Nvme!.DataUnitsWritten);

    [Theory]
    [InlineData("true", true, null)]
    [InlineData("{\"available\": true, \"enabled\": false}", true, false)]
    [InlineData("null", null, null)]
    public void Whether_there_is_SMART_comes_in_two_shapes(string support, bool? isAvailable, bool? isEnabled)
    {
        var report = SmartReports.Read("{\"model_name\": \"X\", \"smart_support\": " + support + "}");

        Assert.Equal((isAvailable, isEnabled), (report.IsSmartAvailable, report.IsSmartEnabled));
    }

    [Fact]
    public void The_extended_log_goes_before_the_old_one_and_240_still_runs()
    {
        var report = SmartReports.Read(Changed("a06_aborted_by_host__7.4__aj.json", root =>
        {
            root["ata_smart_data"]!["self_test"]!["status"]!["value"] = 240;
            root["ata_smart_self_test_log"]!["extended"] = JsonNode.Parse(
                """
                {"table": [{"type": {"value": 2, "string": "Extended offline"}, "status": {"value": 249, "string": "Self-test routine in progress", "passed": true}, "lifetime_hours": 9},
                {"type": {"value": 1, "string": "Short offline"}, "status": {"value": 37, "string": "Interrupted (host reset)"}, "lifetime_hours": 8}]}
                """);
        }));

        Assert.Equal((true, 0), (report.SelfTests.IsRunning, report.SelfTests.RemainingPercent));
        Assert.Equal((SelfTestResult.Interrupted, 50), (report.SelfTests.Last!.Result, report.SelfTests.Last.RemainingPercent));
    }

    [Fact]
    public void A_call_that_starts_a_test_is_a_command_even_without_a_word_of_it()
    {
        var report = SmartReports.Read("""{"smartctl": {"version": [7, 4], "argv": ["smartctl", "-t", "long", "-j", "/dev/sda"], "exit_status": 0}, "device": {"protocol": "ATA"}}""");

        Assert.Equal((SmartReportKind.Command, "long", false), (report.Kind, report.Command!.Asked, report.Command.IsStarted));
    }

    [Fact]
    public void The_text_inside_tells_what_came_of_a_command()
    {
        var json = """{"smartctl": {"version": [7, 4], "argv": ["smartctl", "-t", "short", "--json=o", "/dev/sda"], "exit_status": 4}, "device": {"protocol": "ATA"}}""";

        var command = SmartReports.Read(WithText(json, SmartSamples.Text("a02_ext_running_60__7.4__short.txt"))).Command!;

        Assert.Equal(("short", true), (command.Asked, command.IsRefusedBecauseRunning));
    }

    [Fact]
    public void A_scan_leaves_out_what_could_not_be_opened() =>
        Assert.Equal(
            ["/dev/sdb"],
            SmartReports.Read("""{"smartctl": {}, "devices": [{"name": "/dev/sda", "open_error": "Permission denied"}, {"name": "/dev/sdb", "type": "sat", "protocol": "ATA"}]}""")
                .Scan.Select(device => device.Name));

    [Theory]
    [InlineData("""{"ata_smart_self_test_log":{"standard":{"table":[{"type":{"string":"Extended offline"},"status":{"string":"Completed: read failure","remaining_percent":40}}]}}}""", SelfTestResult.Failed, 2)]
    [InlineData("""{"scsi_self_test_0":{"code":{"string":"Background short"},"result":{"string":"Completed, segment failed"}}}""", SelfTestResult.Failed, 1)]
    [InlineData("""{"nvme_self_test_log":{"table":[null,{"self_test_code":{"string":"Extended"},"self_test_result":{"string":"Completed without error"}}]}}""", SelfTestResult.Passed, 2)]
    [InlineData("""{"nvme_self_test_log":{"table":[{"self_test_code":{"string":"Short"},"self_test_result":{"string":"Something new"}}]}}""", SelfTestResult.Unknown, 1)]
    public void A_self_test_that_is_told_in_words_alone_is_known_by_them(string json, SelfTestResult result, int type)
    {
        var row = Assert.Single(SmartReports.Read(json).SelfTests.Log!.Value);

        Assert.Equal((result, type), (row.Result, row.TypeCode));
    }

    internal static string Changed(string sample, Action<JsonNode> change)
    {
        var root = JsonNode.Parse(SmartSamples.Text(sample))!;
        change(root);
        return root.ToJsonString();
    }

    internal static string WithText(string json, string text)
    {
        var root = JsonNode.Parse(json)!;
        root["smartctl"]!["output"] = new JsonArray([.. text.Split('\n').Select(line => (JsonNode)line)]);
        return root.ToJsonString();
    }
}
