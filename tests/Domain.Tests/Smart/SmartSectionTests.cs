using System.Text.Json.Nodes;
using Burnin.Domain.Smart;
using Xunit;

namespace Burnin.Domain.Tests.Smart;

/// <summary>Parts of a report that no sample has, in the words of the releases that print them.</summary>
public sealed class SmartSectionTests
{
    private const string Ata = "smartctl 7.5 2025-04-30 r5714 [x86_64-linux] (local build)\n\nDevice Model:     ST16000NM001G\nSerial Number:    ZL2\n";

    private const string Scsi = "smartctl 7.4 2023-08-01 r5530 [x86_64-linux] (local build)\n\nVendor:               SEAGATE\nProduct:              ST8000NM0075\n";

    [Theory]
    [InlineData("Device Statistics (GP Log 0x04)\nPage  Offset Size        Value Flags Description\n0x01  =====  =               =  ===  == General Statistics (rev 3) ==\n0x01  0x010  4            1234  ---  Power-on Hours\n0x05  0x020  1              --  ---  Nothing\n", 1, 0x010, 1234)]
    [InlineData("Device Statistics (GP Log 0x04)\nPage Offset Size         Value  Description\n  7  =====  =                =  == Solid State Device Statistics (rev 1) ==\n  7  0x008  1               3~ Percentage Used Endurance Indicator\n", 7, 0x008, 3)]
    [InlineData("Device Statistics (GP Log 0x04)\n0x01  0x018  6      1000000000  ---  Logical Sectors Written [512 GB]\n", 1, 0x018, 1000000000)]
    [InlineData("Device Statistics (GP Log 0x04)\n0x05  0x028  1              -3  N--  Lowest Temperature\n", 5, 0x028, -3)]
    public void Device_statistics_are_read_in_every_layout(string text, int page, int offset, long value) =>
        Assert.Equal(value, SmartReports.Read(Ata + text).Statistic(page, offset));

    [Fact]
    public void The_link_is_read_from_text()
    {
        var report = SmartReports.Read($"{Ata}SATA Version is:  SATA 3.3, 6.0 Gb/s (current: 3.0 Gb/s)\nSATA Phy Event Counters (GP Log 0x11)\nID      Size     Value  Description\n0x0001  2           17  Command failed due to ICRC error\n0x000a  2        65535+ Device-to-host register FISes sent due to a COMRESET\n\n");

        Assert.Equal(new LinkSpeed(6000, 3000), report.LinkSpeed);
        Assert.Equal([(1, 17L), (10, 65535L)], report.PhyCounters.Select(counter => (counter.Id!.Value, counter.Value)));
    }

    [Fact]
    public void The_phys_of_SAS_are_read_from_text_and_from_JSON_alike()
    {
        const string text =
            """
            Protocol Specific port log page for SAS SSP
            relative target port id = 1
              generation code = 2
              number of phys = 1
              phy identifier = 0
                negotiated logical link rate: phy enabled; 12 Gbps
                Invalid DWORD count = 4
                Running disparity error count = 3
                Loss of DWORD synchronization count = 2
                Phy reset problem count = 1
            """;
        var json = SmartJsonTests.Changed("s02_sas_running_37__7.4__aj.json", root => root["scsi_sas_port_0"] = JsonNode.Parse(
            """
            {"relative_target_port_id": 1, "phy_0": {"identifier": 0, "negotiated_logical_link_rate": "phy enabled; 12 Gbps", "invalid_dword_count": 4,
             "running_disparity_error_count": 3, "loss_of_dword_synchronization_count": 2, "phy_reset_problem_count": 1, "invalid_dword_count_2": 4}}
            """));

        var (worded, numbered) = (SmartReports.Read(Scsi + text), SmartReports.Read(json));

        Assert.Equal([4L, 3, 2, 1], worded.PhyCounters.Select(counter => counter.Value));
        Assert.Equal(worded.PhyCounters.AsEnumerable(), numbered.PhyCounters);
        Assert.Equal((new LinkSpeed(null, 12000), worded.LinkSpeed), (worded.LinkSpeed, numbered.LinkSpeed));
    }

    [Theory]
    [InlineData("           Read:     70 (7.0 seconds)\n          Write:     70 (7.0 seconds)\n", 70, 70)]
    [InlineData("           Read: Disabled\n          Write: Disabled\n", 0, 0)]
    public void Error_recovery_is_read_and_off_is_zero(string lines, int read, int write) =>
        Assert.Equal(new ErrorRecoveryControl(read, write), SmartReports.Read($"{Ata}SCT Error Recovery Control:\n{lines}").ErrorRecoveryControl);

    [Theory]
    [InlineData("Pending Defects log (GP Log 0x0c)\nNo Defects Logged\n\n", 0L)]
    [InlineData("Pending Defects log (GP Log 0x0c)\nIndex                LBA    Hours\n    0           12345678        9\n    1           12345680        -\n... (3 entries not shown)\n\n", 5L)]
    [InlineData("Pending Defects log (GP Log 0x0c) not supported\n\n", null)]
    public void Pending_defects_of_ATA_are_counted(string text, long? count) => Assert.Equal(count, SmartReports.Read(Ata + text).PendingDefectCount);

    [Theory]
    [InlineData("  Pending defect count:0 Pending Defects\n", 0)]
    [InlineData("  Pending defect count:1 Pending Defect, LBA and accumulated_power_on_hours follow\n     1:  0x1234,  55\n", 1)]
    [InlineData("  Pending defect count:12 Pending Defects: index, LBA and accumulated_power_on_hours follow\n", 12)]
    public void Pending_defects_of_SCSI_are_counted(string text, long count)
    {
        var report = SmartReports.Read(Scsi + text);

        Assert.Equal(count, report.PendingDefectCount);
        Assert.Equal(count > 0, SmartIndicators.Of(report).Any(indicator => indicator.Code == "scsi_pending_defects"));
    }

    [Fact]
    public void Errors_of_the_log_are_read_with_hours_and_block()
    {
        var report = SmartReports.Read(SmartSamples.Text("a05_ext_failed_lba__6.6__a.txt"));

        Assert.Equal([new AtaError(3, 39, "Error: UNC 8 sectors", 123456789)], report.AtaErrors.AsEnumerable());
    }

    [Fact]
    public void Hours_that_a_reset_does_not_touch_are_read_from_FARM_in_both_forms()
    {
        const string text = "Seagate Field Access Reliability Metrics log (FARM) (GP Log 0xa6)\n\tFARM Log Page 1: Drive Information\n\t\tSerial Number: ZL2\n\t\tDevice Capacity in Sectors: 31251759104\n\t\tLogical Sector Size: 512\n\t\tPower on Hours: 25000\n\t\tSpindle Power on Hours: 24900\n\t\tDrive Recording Type: CMR\n\t\tAssembly Date (YYWW): 2214\n\tFARM Log Page 2: Workload Statistics\n\t\tLogical Sectors Written: 77\n";
        const string json = """{"model_name": "ST16000NM001G", "device": {"protocol": "ATA"}, "seagate_farm_log": {"page_1_drive_information": {"serial_number": "ZL2", "poh": 25000, "spoh": 24900, "device_capacity_in_sectors": 31251759104, "logical_sector_size": 512, "drive_recording_type": "CMR", "date_of_assembly": "2214"}, "page_2_workload_statistics": {"logical_sectors_written": 77}}}""";

        var (worded, numbered) = (SmartReports.Read(Ata + text), SmartReports.Read(json));

        Assert.Equal(25000, worded.Farm!.PowerOnHours);
        Assert.Equal(worded.Farm, numbered.Farm);
        Assert.Equal((16000900661248, 16000900661248), (worded.Identity.NativeCapacityBytes, numbered.Identity.NativeCapacityBytes));
    }

    [Fact]
    public void That_there_is_a_FARM_log_says_nothing() => Assert.Null(SmartReports.Read(SmartSamples.Text("s03_sas_failed_segment__7.4__aj.json")).Farm);

    [Fact]
    public void A_drive_states_its_own_limits_of_heat()
    {
        var report = SmartReports.Read($"{Ata}Current Temperature:                    35 Celsius\nLifetime    Min/Max Temperature:     18/51 Celsius\nMin/Max recommended Temperature:      1/55 Celsius\nMin/Max Temperature Limit:            -10/60 Celsius\n");

        Assert.Equal(
            new SmartTemperature { CurrentCelsius = 35, LifetimeMaxCelsius = 51, RecommendedMaxCelsius = 55, LimitCelsius = 60 },
            report.Temperature);
    }

    [Fact]
    public void An_NVMe_drive_states_them_too() =>
        Assert.Equal(
            new SmartTemperature { CurrentCelsius = 40, LimitCelsius = 84, TripCelsius = 85 },
            SmartReports.Read(SmartSamples.Text("n03_short_running_28__7.4__a.txt")).Temperature);

    /// <summary>With <c>-x</c>, such a drive tells its temperature nowhere else.</summary>
    [Theory]
    [InlineData("Current temperature = 25\nLifetime maximum temperature = 54\nLifetime minimum temperature = 19\n", 25, 54)]
    [InlineData("Current temperature = unknown\nLifetime maximum temperature = unknown\n", null, null)]
    [InlineData("Current Drive Temperature:     0 C\nDrive Trip Temperature:        0 C\nCurrent temperature = 38\n", 38, null)]
    [InlineData("Current Drive Temperature:     31 C\nCurrent temperature = 38\n", 31, null)]
    public void The_surroundings_of_a_SAS_drive_tell_its_heat(string lines, int? current, int? most)
    {
        var temperature = SmartReports.Read($"{Scsi}\n=== START OF READ SMART DATA SECTION ===\nSMART Health Status: OK\n\n{lines}").Temperature;

        Assert.Equal((current, most), (temperature.CurrentCelsius, temperature.LifetimeMaxCelsius));
    }

    [Theory]
    [InlineData("\"scsi_environmental_reports\": {\"temperature_1\": {\"parameter_code\": 0, \"current\": 25, \"lifetime_maximum\": 54}}", 25, 54)]
    [InlineData("\"scsi_environmental_reports\": {\"temperature_1\": {\"parameter_code\": 0, \"current\": \"unknown\"}}", null, null)]
    [InlineData("\"temperature\": {\"current\": 0, \"drive_trip\": 0}, \"scsi_environmental_reports\": {\"temperature_1\": {\"current\": 38}}", 38, null)]
    [InlineData("\"temperature\": {\"current\": 31}, \"scsi_environmental_reports\": {\"temperature_1\": {\"current\": 38}}", 31, null)]
    public void And_in_JSON_as_well(string members, int? current, int? most)
    {
        var temperature = SmartReports.Read($$"""{"device": {"protocol": "SCSI"}, "smart_status": {"passed": true}, {{members}}}""").Temperature;

        Assert.Equal((current, most), (temperature.CurrentCelsius, temperature.LifetimeMaxCelsius));
    }

    [Fact]
    public void A_table_of_attributes_alone_is_of_an_ATA_drive()
    {
        var report = SmartReports.Read($"smartctl 7.4 2023-08-01 r5530\n\nID# ATTRIBUTE_NAME          FLAG     VALUE WORST THRESH TYPE      UPDATED WHEN_FAILED RAW_VALUE\n194 Temperature_Celsius     0x0023   058  241   000    Pre-fail Always       -       42 (Min/Max 29/115)\n");

        Assert.Equal((SmartProtocol.Ata, 42), (report.Protocol, report.Temperature.CurrentCelsius));
    }

    [Fact]
    public void Before_release_5_40_a_SCSI_drive_stood_in_one_line()
    {
        var report = SmartReports.Read("smartctl version 5.38 [i686-pc-linux-gnu] Copyright (C) 2002-8 Bruce Allen\n\nDevice: SEAGATE  ST3300655SS      Version: 0003\nSerial number: 3LM1X\nDevice type: disk\nDevice supports SMART and is Enabled\nTemperature Warning Enabled\nSMART Health Status: OK\n\n  number of hours powered up = 8045.43\n");

        Assert.Equal(("SEAGATE ST3300655SS", "0003", "3LM1X"), (report.Identity.Model, report.Identity.Firmware, report.Identity.Serial));
        Assert.Equal(((bool?)true, (bool?)true, (bool?)true, (long?)8045), (report.IsSmartAvailable, report.IsSmartEnabled, report.HealthPassed, report.PowerOnHours));
    }

    [Fact]
    public void A_prediction_of_a_SAS_drive_is_a_failure_with_a_reason()
    {
        var report = SmartReports.Read($"{Scsi}SMART Health Status: FAILURE PREDICTION THRESHOLD EXCEEDED [asc=5d, ascq=0]\n");

        Assert.Equal((false, 0x5D, 0, "FAILURE PREDICTION THRESHOLD EXCEEDED"), (report.HealthPassed, report.Scsi!.HealthAsc, report.Scsi.HealthAscq, report.Scsi.HealthReason));
    }

    [Theory]
    [InlineData("Completed                   -      80                 - [-   -    -]", SelfTestResult.Passed, null, null)]
    [InlineData("Completed                  64      80                 - [-   -    -]", SelfTestResult.Passed, 64, null)]
    [InlineData("Completed, segment failed   -    4021           7654321 [0x3 0x11 0x0]", SelfTestResult.Failed, null, 7654321L)]
    [InlineData("Failed in segment -->       3    4999         305441741 [0x3 0x11 0x0]", SelfTestResult.Failed, 3, 305441741L)]
    [InlineData("Failed in first segment     1    4999            0x1f4 [0x3 0x11 0x0]", SelfTestResult.Failed, 1, 500L)]
    [InlineData("Aborted (by user command)   -    4999                 - [-   -    -]", SelfTestResult.Aborted, null, null)]
    [InlineData("Aborted (device reset ?)    -    4999                 - [-   -    -]", SelfTestResult.Aborted, null, null)]
    [InlineData("Interrupted (bus reset ?)   -    4999                 - [-   -    -]", SelfTestResult.Aborted, null, null)]
    [InlineData("Unknown error, incomplete   -    4999                 - [-   -    -]", SelfTestResult.Fatal, null, null)]
    [InlineData("Self test in progress ...   -     NOW                 - [-   -    -]", SelfTestResult.Running, null, null)]
    public void Rows_of_a_SAS_log_are_told_by_their_code(string row, SelfTestResult result, int? segment, long? lba)
    {
        var read = Assert.Single(SmartReports.Read($"{Scsi}SMART Self-test log\nNum  Test\n# 1  Background long   {row}\n").SelfTests.Log!.Value);

        Assert.Equal((result, segment, lba), (read.Result, read.Segment, read.Lba));
    }

    [Theory]
    [InlineData("Completed without error       00%        25         -", SelfTestResult.Passed, 0, null)]
    [InlineData("Fatal or unknown error        90%        12         -", SelfTestResult.Fatal, 90, null)]
    [InlineData("Completed: servo/seek failure 10%        12         0", SelfTestResult.Failed, 10, 0L)]
    [InlineData("Completed: handling damage??  10%        12         77", SelfTestResult.Failed, 10, 77L)]
    [InlineData("Self-test routine in progress 30%        12         -", SelfTestResult.Running, 30, null)]
    [InlineData("Unknown status (0x9)          30%        12         -", SelfTestResult.Unknown, 30, null)]
    public void Rows_of_an_ATA_log_are_told_by_their_code(string row, SelfTestResult result, int remaining, long? lba)
    {
        var read = Assert.Single(SmartReports.Read($"{Ata}SMART Self-test log structure revision number 1\nNum  Test_Description\n#12  Conveyance captive  {row}\n").SelfTests.Log!.Value);

        Assert.Equal(("Conveyance captive", result, (int?)remaining, lba), (read.Type, read.Result, read.RemainingPercent, read.Lba));
    }

    [Fact]
    public void Before_7_4_the_log_of_NVMe_had_no_segments()
    {
        var row = Assert.Single(SmartReports.Read("Number of Namespaces:               1\nSelf-test Log (NVMe Log 0x06)\nSelf-test status: No self-test in progress\nNum  Test_Description  Status                       Power_on_Hours  Failing_LBA  NSID SCT Code\n 0   Extended          Completed: unknown failed segment         8000    987654321     1 0x2 0x81\n").SelfTests.Log!.Value);

        Assert.Equal((SelfTestResult.Failed, (long?)8000, (long?)987654321, (int?)null), (row.Result, row.Hours, row.Lba, row.Segment));
    }
}
