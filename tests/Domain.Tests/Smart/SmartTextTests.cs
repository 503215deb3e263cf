using System.Text;
using Burnin.Domain.Smart;
using Xunit;

namespace Burnin.Domain.Tests.Smart;

public sealed class SmartTextTests
{
    private const string Head = "smartctl 7.2 2020-12-30 r5155 [x86_64-linux] (local build)\nCopyright (C) 2002-20, Bruce Allen, Christian Franke, www.smartmontools.org\n\n";

    private const string Table =
        """
        SMART overall-health self-assessment test result: PASSED
        Vendor Specific SMART Attributes with Thresholds:
        ID# ATTRIBUTE_NAME          FLAG     VALUE WORST THRESH TYPE      UPDATED  WHEN_FAILED RAW_VALUE

        """;

    [Theory]
    [InlineData("User Capacity:    4,000,787,030,016 bytes [4.00 TB]", 4000787030016)]
    [InlineData("User Capacity:    4.000.787.030.016 bytes [4,00 TB]", 4000787030016)]
    [InlineData("User Capacity:    4'000'787'030'016 bytes [4.00 TB]", 4000787030016)]
    [InlineData("User Capacity:    4 000 787 030 016 bytes [4,00 TB]", 4000787030016)]
    [InlineData("User Capacity:    4\u00A0000\u00A0787\u00A0030\u00A0016 bytes [4,00 TB]", 4000787030016)]
    [InlineData("User Capacity:    4\u202F000\u202F787\u202F030\u202F016 bytes [4,00 TB]", 4000787030016)]
    [InlineData("User Capacity:    4\uFFFD000\uFFFD787\uFFFD030\uFFFD016 bytes [4,00 TB]", 4000787030016)]
    [InlineData("User Capacity:    120-034-123-776 bytes [120 GB]", 120034123776)]
    [InlineData("User Capacity:    160041885696 bytes", 160041885696)]
    [InlineData("Total NVM Capacity:                 1,000,204,886,016 [1.00 TB]", 1000204886016)]
    [InlineData("Namespace 2 Size/Capacity:          20,014,718,976 [20.0 GB]", 20014718976)]
    public void Sizes_are_read_in_every_country(string line, long bytes) =>
        Assert.Equal(bytes, SmartReports.Read($"{Head}Device Model:     X\n{line}\n").Identity.CapacityBytes);

    [Fact]
    public void Bytes_that_are_no_UTF8_are_Latin1()
    {
        byte[] bytes = [.. "Device Model:     Caf"u8, 0xE9, .. "\nUser Capacity:    4"u8, 0xFF, .. "000"u8, 0xFF, .. "787 bytes\n"u8];

        var identity = SmartReports.Read(bytes).Identity;

        Assert.Equal(("Café", 4000787), (identity.Model, identity.CapacityBytes));
    }

    [Fact]
    public void Windows_writes_two_bytes_a_character_and_line_ends_of_its_own()
    {
        var text = SmartSamples.Text("a05_ext_failed_lba__6.6__a.txt");
        var plain = SmartReports.Read(text);
        byte[] windows = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))];

        var read = SmartReports.Read(windows);

        Assert.Equal(plain.Attributes.AsEnumerable(), read.Attributes);
        Assert.Equal(plain.SelfTests.Log!.Value.AsEnumerable(), read.SelfTests.Log!.Value);
        Assert.Equal(plain.Identity, read.Identity);
    }

    [Theory]
    [InlineData("smartctl 7.4 2023-08-01 r5530 [x86_64-linux-6.6] (local build)", "7.4")]
    [InlineData("smartctl version 5.38 [i686-pc-linux-gnu] Copyright (C) 2002-8 Bruce Allen", "5.38")]
    [InlineData("smartctl 5.39.1 2010-01-28 r3054 [FreeBSD] (local build)", "5.39.1")]
    [InlineData("smartctl pre-8.0-32 2026-07-01 [x86_64-linux] (local build)", "8.0")]
    [InlineData("smartctl 6.6 (build date Mar  1 2018) [FreeBSD 11.2-STABLE amd64] (local build)", "6.6")]
    public void The_release_is_read_from_the_first_line(string line, string version) =>
        Assert.Equal(version, SmartReports.Read($"{line}\n\nDevice Model:     X\n").SmartctlVersion);

    [Theory]
    [InlineData("Device is in STANDBY mode, exit(2)")]
    [InlineData("Device is in SLEEP mode, exit(3)")]
    [InlineData("Device is in IDLE_B mode, exit(2)")]
    [InlineData("Device is in STANDBY (OS) mode, exit(2)")]
    public void A_drive_left_asleep_is_told_from_one_that_fails(string line)
    {
        var report = SmartReports.Read($"{Head}{line}\n", exitStatus: 2);

        Assert.Equal((SmartReportKind.Standby, line), (report.Kind, report.Messages.Single()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("sh: smartctl: not found")]
    [InlineData("/dev/sda: Unknown USB bridge [0x0bc2:0x2321 (0x100)]\nPlease specify device type with the -d option.\n")]
    [InlineData("Smartctl open device: /dev/sda failed: Permission denied")]
    [InlineData("Read Device Identity failed: Input/output error")]
    [InlineData("=======> UNRECOGNIZED OPTION: json")]
    [InlineData("Smartctl: Exception: json.cpp(313): Assertion failed: p->type == nt_array")]
    public void Without_an_answer_there_is_a_reason_and_no_health(string text)
    {
        var report = SmartReports.Read(text);

        Assert.Equal((SmartReportKind.Error, (bool?)null), (report.Kind, report.HealthPassed));
        Assert.StartsWith("smartctl could not ask the drive: ", SmartAvailability.WhyNone(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  5 Reallocated_Sector_Ct   0x0033   080   080   010    Pre-fail  Always       -       7 (0 1)", 80, 10, true, null)]
    [InlineData("0x05 Reallocated_Sector_Ct  0x0033   080   080   010    Pre-fail  Always   FAILING_NOW 7 (0 1)", 80, 10, true, AttributeFailure.Now)]
    [InlineData("  5 Reallocated_Sector_Ct   0x0033   ---   ---   ---    Old_age   Offline  In_the_past 7 (0 1)", null, null, false, AttributeFailure.Past)]
    [InlineData("  5 Reallocated_Sector_Ct   PO--CK   080   080   010    -    7 (0 1)", 80, 10, true, null)]
    [InlineData("  5 Reallocated_Sector_Ct   -O--CK+  080   080   010    NOW  7 (0 1)", 80, 10, false, AttributeFailure.Now)]
    [InlineData("  5 Reallocated_Sector_Ct   ------   080   080   ---    Past 7 (0 1)", 80, null, false, AttributeFailure.Past)]
    [InlineData("  5 Reallocated_Sector_Count0x0033   080   080   010    Pre-fail  Always       -       7 (0 1)", 80, 10, true, null)]
    public void Both_layouts_of_the_table_are_read(string line, int? value, int? threshold, bool isPrefail, AttributeFailure? failed)
    {
        var row = Assert.Single(SmartReports.Read($"{Head}{Table}{line}\n").Attributes);

        Assert.Equal((5, value, threshold, (bool?)isPrefail, failed, (long?)65543), (row.Id, row.Value, row.Threshold, row.IsPrefail, row.WhenFailed, row.Decoded));
    }

    [Fact]
    public void A_failing_drive_prints_its_failed_attributes_twice_and_has_them_once() =>
        Assert.Equal(
            [(5, 100L)],
            SmartReports.Read(
                $"""
                {Head}SMART overall-health self-assessment test result: FAILED!
                Failed Attributes:
                ID# ATTRIBUTE_NAME          FLAG     VALUE WORST THRESH TYPE      UPDATED  WHEN_FAILED RAW_VALUE
                  5 Reallocated_Sector_Ct   0x0033   001   001   010    Pre-fail  Always   FAILING_NOW 100

                Vendor Specific SMART Attributes with Thresholds:
                ID# ATTRIBUTE_NAME          FLAG     VALUE WORST THRESH TYPE      UPDATED  WHEN_FAILED RAW_VALUE
                  5 Reallocated_Sector_Ct   0x0033   001   001   010    Pre-fail  Always   FAILING_NOW 100
                """).Attributes.Select(row => (row.Id, row.Decoded!.Value)));

    [Fact]
    public void An_attempt_that_came_to_nothing_may_stand_before_the_report()
    {
        var report = SmartReports.Read($"{Head}Smartctl open device: /dev/sda failed: No such device\n{SmartSamples.Text("a20_no_status_bridge__7.4__a.txt")}");

        Assert.Equal((SmartReportKind.Report, "WSD0EM20", "7.4"), (report.Kind, report.Identity.Serial, report.SmartctlVersion));
        Assert.Equal(["health_passed (attribute check)"], report.Uncertain.AsEnumerable());
    }

    [Fact]
    public void Of_two_reports_the_first_is_read_and_said_to_be_one_of_two()
    {
        var report = SmartReports.Read($"{SmartSamples.Text("a05_ext_failed_lba__6.6__a.txt")}\n{SmartSamples.Text("n05_failed_segment__7.4__a.txt")}");

        Assert.Equal(("WSD0EM05", SmartProtocol.Ata), (report.Identity.Serial, report.Protocol));
        Assert.Null(report.Nvme);
        Assert.Equal(["more than one report in the text (the first was read)"], report.Uncertain.AsEnumerable());
    }

    [Fact]
    public void A_scan_tells_devices_and_those_that_cannot_be_opened()
    {
        var report = SmartReports.Read("# /dev/sda -d sat # /dev/sda [SAT], ATA device open failed: Permission denied\n/dev/bus/0 -d megaraid,8 # /dev/bus/0 [megaraid_disk_08], SCSI device\n");

        Assert.Equal(SmartReportKind.Scan, report.Kind);
        Assert.Equal([new ScannedDevice("/dev/bus/0", "megaraid,8", "/dev/bus/0", "[megaraid_disk_08], SCSI device")], report.Scan.AsEnumerable());
        Assert.Single(report.Messages);
    }

    [Theory]
    [InlineData("Self-testing aborted!", "abort", false, true, false)]
    [InlineData("Self Test returned without error", "abort", false, true, false)]
    [InlineData("Self-test aborted! (NSID 0xffffffff)", "abort", false, true, false)]
    [InlineData("Short Background Self Test has begun\nUse smartctl -X to abort test", "short", true, false, false)]
    [InlineData("Extended Background Self Test has begun\nPlease wait 53 minutes for test to complete.", "long", true, false, false)]
    [InlineData("Self-test has begun (NSID 0xffffffff)\nUse smartctl -X to abort test", null, true, false, false)]
    [InlineData("SCSI device successfully opened\n\nUse 'smartctl -a' (or '-x') to print SMART (and more) information", null, false, false, true)]
    [InlineData("Self-tests not supported", null, false, false, false)]
    public void What_came_of_a_command_is_told(string text, string? asked, bool isStarted, bool isAborted, bool isSilent)
    {
        var report = SmartReports.Read($"{Head}{text}\n");

        Assert.Equal(SmartReportKind.Command, report.Kind);
        Assert.Equal(
            (asked, isStarted, isAborted, isSilent),
            (report.Command!.Asked, report.Command.IsStarted, report.Command.IsAborted, report.Command.IsSilentNoOp));
    }

    [Fact]
    public void SMART_that_is_off_is_no_health_at_all()
    {
        var report = SmartReports.Read($"{Head}Device Model:     X\nSMART support is: Available - device has SMART capability.\nSMART support is: Disabled\n\nSMART Disabled. Use option -s with argument 'on' to enable it.\n");

        Assert.Equal((SmartReportKind.Info, (bool?)true, (bool?)false, (bool?)null), (report.Kind, report.IsSmartAvailable, report.IsSmartEnabled, report.HealthPassed));
    }

    [Theory]
    [InlineData("Background scan results log\nStatus: scan is active\nAccumulated power on time, hours:minutes 3687:00 [221220 minutes]\n", 3687L, 0)]
    [InlineData("Protocol Specific port log page for SAS SSP\nrelative target port id = 1\n  phy identifier = 0\n    Invalid DWORD count = 4\n", null, 1)]
    public void One_log_of_a_SAS_drive_alone_is_a_report_of_one(string log, long? hours, int counters)
    {
        var report = SmartReports.Read($"{Head}=== START OF READ SMART DATA SECTION ===\n{log}");

        Assert.Equal((SmartReportKind.Report, SmartProtocol.Scsi), (report.Kind, report.Protocol));
        Assert.Equal((hours, counters), (report.PowerOnHours, report.PhyCounters.Length));
    }

    [Theory]
    [InlineData("  5 Reallocated_Sector_Ct   0x0033   100   100   005    Pre-fail  Always       -       17\n")]
    [InlineData("  5 Reallocated_Sector_Ct      0x0033  100   100   005    Pre-fail  Always\n         -         17\n")]
    [InlineData("  5 Reallocated_Sector_Ct   PO--CK   100   100   005    -    17\n")]
    public void A_row_of_the_table_is_known_without_its_head_and_in_two_halves(string row)
    {
        var report = SmartReports.Read(row);

        Assert.Equal((SmartReportKind.Report, SmartProtocol.Ata, 17), (report.Kind, report.Protocol, report.Attribute(5)!.Decoded));
    }

    [Theory]
    [InlineData("=== START OF READ SMART DATA SECTION ===\nSMART overall-health self-assessment test result: PASSED\n", SmartProtocol.Ata)]
    [InlineData("=== START OF SMART DATA SECTION ===\nSMART overall-health self-assessment test result: PASSED\n", SmartProtocol.Nvme)]
    [InlineData("=== START OF READ SMART DATA SECTION ===\nSMART Health Status: OK\n", SmartProtocol.Scsi)]
    [InlineData("=== START OF READ SMART DATA SECTION ===\nCurrent Drive Temperature:     46 C\nElements in grown defect list: 0\n", SmartProtocol.Scsi)]
    public void Who_speaks_is_known_by_what_only_its_kind_says(string section, SmartProtocol protocol)
    {
        var report = SmartReports.Read(Head + section);

        Assert.Equal((SmartReportKind.Report, protocol), (report.Kind, report.Protocol));
    }
}
