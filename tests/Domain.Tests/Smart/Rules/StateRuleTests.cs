using Burnin.Domain.Drives;
using Burnin.Domain.Smart;
using Burnin.Domain.Smart.Rules;
using Burnin.Domain.Tests.Jobs;
using Burnin.Domain.Verdicts;
using Xunit;

namespace Burnin.Domain.Tests.Smart.Rules;

/// <summary>What a drive says of its state: health, self-tests, thresholds, wear, heat.</summary>
public sealed class StateRuleTests
{
    [Fact]
    public void A_drive_that_says_it_is_failing_is_believed() => Assert.All(
        [Reports.Disk, Reports.Flash, Reports.Sas, Reports.Nvme],
        drive => Assert.All(["new", "used", "classic"], policy => Assert.StartsWith("smart_health:fail", Reports.Judged(drive, drive with { HealthPassed = false }, policy).Words(), StringComparison.Ordinal)));

    [Fact]
    public void A_look_without_a_test_before_it_does_not_speak_of_one()
    {
        var failing = Reports.Disk with { HealthPassed = false };

        Assert.StartsWith("The drive's own health", Reports.Judged(null, failing)[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("After the test the drive's own health", Reports.Judged(Reports.Disk, failing)[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x5d, "smart_health:fail")]
    [InlineData(0x0b, "smart_warning:note")]
    public void A_SAS_warning_is_not_a_prediction(int asc, string expected) =>
        Assert.Equal(expected, Reports.Judged(Reports.Sas, Reports.Sas with { HealthPassed = false, Scsi = Reports.Sas.Scsi! with { HealthAsc = asc } }).Words());

    [Fact]
    public void The_newest_self_test_that_came_to_a_result_counts()
    {
        const string Short = "Short offline";
        const string Long = "Extended offline";

        Assert.Equal("", Of((Long, SelfTestResult.Passed)));
        Assert.Equal("self_test_log:fail", Of((Long, SelfTestResult.Failed)));
        Assert.Equal("self_test_log:fail", Of((Short, SelfTestResult.Aborted), (Long, SelfTestResult.Failed)));
        Assert.Equal("self_test_log:fail", Of((Short, SelfTestResult.Passed), (Long, SelfTestResult.Failed)));
        Assert.Equal("self_test_failed_before:note", Of((Long, SelfTestResult.Passed), (Long, SelfTestResult.Failed)));
        Assert.Equal("self_test_failed_before:note", Of((Short, SelfTestResult.Passed), (Short, SelfTestResult.Failed)));
        Assert.Equal("", Of((Short, SelfTestResult.Aborted), (Long, SelfTestResult.Interrupted)));
        Assert.Equal("self_test_fatal:inconclusive", Of((Long, SelfTestResult.Fatal), (Short, SelfTestResult.Passed)));
        Assert.Equal("self_test_log:fail", Of((Long, SelfTestResult.Fatal), (Short, SelfTestResult.Aborted), (Long, SelfTestResult.Fatal)));
        Assert.Equal("", Of((Long, SelfTestResult.Passed), (Long, SelfTestResult.Fatal)));

        static string Of(params (string, SelfTestResult)[] rows) => Reports.Judged(Reports.Disk, Reports.Disk.Tested(rows)).Words();
    }

    [Theory]
    [InlineData(5, AttributeFailure.Now, true, "attribute_failing:fail")]
    [InlineData(5, AttributeFailure.Now, false, "attribute_failing:note")]
    [InlineData(5, AttributeFailure.Past, true, "attribute_failed_before:note")]
    [InlineData(5, null, true, "")]
    [InlineData(190, AttributeFailure.Now, true, "")]
    [InlineData(194, AttributeFailure.Past, false, "")]
    public void An_attribute_at_its_threshold_tells_of_the_end_or_of_age(int id, AttributeFailure? when, bool isPrefail, string expected)
    {
        var attribute = Reports.Attribute(id, "Some_Attribute", 0) with { Value = 8, Worst = 8, WhenFailed = when, IsPrefail = isPrefail };

        Assert.Equal(expected, Reports.Judged(null, Reports.Disk with { Attributes = [attribute] }).Words());
    }

    [Theory]
    [InlineData(0x00, "")]
    [InlineData(0x01, "nvme_spare_low:fail")]
    [InlineData(0x02, "nvme_temperature:note")]
    [InlineData(0x04, "nvme_unreliable:fail")]
    [InlineData(0x08, "nvme_read_only:fail")]
    [InlineData(0x10, "nvme_backup_failed:fail")]
    [InlineData(0x20, "nvme_persistent_memory:note")]
    public void Each_bit_of_the_critical_warning_has_its_weight(int warning, string expected) =>
        Assert.Equal(expected, Reports.Judged(Reports.Nvme, Nvme(health => health with { CriticalWarning = warning })).Words());

    [Theory]
    [InlineData(100, 100, "")]
    [InlineData(100, 99, "spare_shrinking:note")]
    [InlineData(10, 10, "")]
    [InlineData(9, 9, "spare_exhausted:fail")]
    public void Spare_is_held_against_the_drives_own_threshold(int before, int after, string expected) => Assert.Equal(
        expected, Reports.Judged(Nvme(health => health with { AvailableSparePercent = before }), Nvme(health => health with { AvailableSparePercent = after })).Words());

    [Theory]
    [InlineData(11, "")]
    [InlineData(10, "spare_exhausted:fail")]
    public void The_spare_of_SATA_flash_is_an_attribute_by_its_name(int value, string expected)
    {
        var spare = Reports.Attribute(232, "Available_Reservd_Space", 0) with { Value = value, Threshold = 10 };

        Assert.Equal(expected, Reports.Judged(null, Reports.Flash with { Attributes = [spare] }).Words());
    }

    [Theory]
    [InlineData(79, 79, "new", "")]
    [InlineData(80, 80, "new", "endurance_used:note")]
    [InlineData(99, 99, "new", "endurance_used:note")]
    [InlineData(100, 100, "new", "endurance_used:fail")]
    [InlineData(100, 100, "used", "endurance_used:note")]
    [InlineData(100, 101, "used", "endurance_used:fail")]
    public void Endurance_is_spent_at_a_hundred_percent(int before, int after, string policy, string expected)
    {
        Assert.Equal(expected, Reports.Judged(Nvme(health => health with { PercentageUsed = before }), Nvme(health => health with { PercentageUsed = after }), policy).Words());
        Assert.Equal(expected, Reports.Judged(Flash(before), Flash(after), policy).Words());
        Assert.Equal(expected, Reports.Judged(Sas(before), Sas(after), policy).Words());

        static SmartReport Flash(int used) => Reports.Flash with { DeviceStatistics = [new DeviceStatistic(7, 8, "Percentage Used Endurance Indicator", used)] };
        static SmartReport Sas(int used) => Reports.Sas with { Scsi = Reports.Sas.Scsi! with { EndurancePercentUsed = used } };
    }

    [Theory]
    [InlineData("disk", 49, "")]
    [InlineData("disk", 50, "warm:note")]
    [InlineData("disk", 59, "warm:note")]
    [InlineData("disk", 60, "too_hot:inconclusive")]
    [InlineData("flash", 59, "")]
    [InlineData("flash", 60, "warm:note")]
    [InlineData("flash", 70, "too_hot:inconclusive")]
    [InlineData("sas", 54, "")]
    [InlineData("sas", 55, "warm:note")]
    [InlineData("sas", 65, "too_hot:inconclusive")]
    [InlineData("nvme", 81, "")]
    [InlineData("nvme", 82, "warm:note")]
    [InlineData("nvme", 85, "too_hot:inconclusive")]
    public void Heat_is_held_against_what_the_kind_of_drive_bears(string kind, int celsius, string expected)
    {
        var drive = kind switch { "disk" => Reports.Disk, "flash" => Reports.Flash, "sas" => Reports.Sas, _ => Reports.Nvme };

        Assert.Equal(expected, Reports.Judged(drive, drive with { Temperature = drive.Temperature with { CurrentCelsius = celsius } }).Words());
        Assert.Equal(expected, Reports.Judged(drive, drive, hottest: celsius).Words());
    }

    [Theory]
    [InlineData(69, "")]
    [InlineData(70, "warm:note")]
    [InlineData(80, "too_hot:inconclusive")]
    public void An_NVMe_drive_without_limits_of_its_own_gets_ours(int celsius, string expected) =>
        Assert.Equal(expected, Reports.Judged(Reports.Nvme, Reports.Nvme with { Temperature = new SmartTemperature { CurrentCelsius = celsius } }).Words());

    [Theory]
    [InlineData(100, "new", "")]
    [InlineData(99, "new", "helium:note")]
    [InlineData(99, "used", "")]
    [InlineData(25, "used", "")]
    [InlineData(24, "used", "helium:fail")]
    public void Helium_that_escapes_below_the_threshold_condemns(int level, string policy, string expected)
    {
        var helium = Reports.Disk with { Attributes = [Reports.Attribute(22, "Helium_Level", 100) with { Value = level, Threshold = 25 }] };

        Assert.Equal(expected, Reports.Judged(helium, helium, policy).Words());
    }

    [Fact]
    public void Another_serial_or_another_size_than_before_condemns()
    {
        Assert.Equal("serial_changed:fail", Reports.Judged(Reports.Disk, Reports.Disk with { Identity = Reports.Disk.Identity with { Serial = "ZL3" } }, "used").Words());
        Assert.Equal("capacity_changed:fail", Reports.Judged(Reports.Disk, Reports.Disk with { Identity = Reports.Disk.Identity with { CapacityBytes = 137_438_952_960 } }, "used").Words());
    }

    [Fact]
    public void What_was_told_before_and_is_not_told_after_leaves_the_question_open()
    {
        Assert.Equal("smart_incomplete:inconclusive", Reports.Judged(Reports.Nvme, Reports.Nvme with { Nvme = null, Scsi = new ScsiCounters() }).Words());
        Assert.Equal("smart_incomplete:inconclusive", Reports.Judged(Reports.Disk, Reports.Disk with { Attributes = [.. Reports.Disk.Attributes.Where(attribute => attribute.Id != 197)] }).Words());
        Assert.Equal("", Reports.Judged(Reports.Disk, Reports.Disk with { Attributes = [.. Reports.Disk.Attributes.Where(attribute => attribute.Id != 188)] }).Words());
        Assert.Equal("smart_incomplete:inconclusive", Reports.Judged(Reports.Sas, Reports.Sas with { Scsi = Reports.Sas.Scsi! with { Read = null } }).Words());
        Assert.Equal("smart_incomplete:inconclusive", Reports.Judged(Reports.Sas, Reports.Sas with { Scsi = Reports.Sas.Scsi! with { GrownDefects = null } }).Words());
        Assert.Equal("smart_incomplete:inconclusive", Reports.Judged(Reports.Nvme, Reports.Nvme with { Nvme = Reports.Nvme.Nvme! with { MediaErrors = null } }).Words());
        Assert.Equal("smart_incomplete:inconclusive smart_partial:note", Reports.Judged(Reports.Disk, Reports.Disk with { Attributes = [] }).Words());
    }

    [Fact]
    public void Another_way_of_asking_and_another_smartctl_are_told()
    {
        Assert.Equal("smart_read_otherwise:note", Reports.Judged(Reports.Disk, Reports.Disk with { DeviceType = "sat,12" }).Words());
        Assert.Equal("smartctl_changed:note", Reports.Judged(Reports.Disk, Reports.Disk with { SmartctlVersion = "7.5" }).Words());
    }

    [Theory]
    [InlineData(DriveMedium.Hdd, "new", "smart_unavailable:inconclusive")]
    [InlineData(DriveMedium.Hdd, "used", "smart_unavailable:inconclusive")]
    [InlineData(DriveMedium.Hdd, "classic", "smart_unavailable:note")]
    [InlineData(DriveMedium.Loop, "new", "smart_unavailable:note")]
    public void A_drive_that_cannot_be_read_is_not_judged(DriveMedium medium, string policy, string expected)
    {
        var silent = new SmartSnapshot { TakenAt = Sample.Noon, Unavailable = "USB bridge." };

        Assert.Equal(expected, SmartJudge.After(VerdictPolicies.Find(policy)!, medium, Reports.Disk.Snapshot(), silent, null).Words());
        Assert.Equal("smart_unavailable:note", SmartJudge.Before(VerdictPolicies.Find(policy)!, medium, silent).Words());
    }

    [Fact]
    public void A_report_that_says_nothing_of_health_cannot_be_judged_by()
    {
        SmartReport[] empty =
        [
            Reports.Disk with { Kind = SmartReportKind.Standby },
            Reports.Disk with { Kind = SmartReportKind.Info },
            Reports.Disk with { Kind = SmartReportKind.Error },
            Reports.Disk with { IsSmartEnabled = false },
            Reports.Disk with { IsSmartAvailable = false },
            Reports.Disk with { HealthPassed = null, Attributes = [] },
        ];

        Assert.All(empty, report => Assert.Equal("smart_unavailable:inconclusive", Reports.Judged(Reports.Disk, report).Words()));
    }

    [Fact]
    public void Health_without_a_counter_is_told_as_what_it_is()
    {
        var little = new SmartSnapshot { TakenAt = Sample.Noon, Passed = true, TemperatureCelsius = 30 };

        Assert.Equal("smart_partial:note", SmartJudge.After(VerdictPolicies.New, DriveMedium.Hdd, little, little, null).Words());
        Assert.Equal("", SmartJudge.Before(VerdictPolicies.New, DriveMedium.Hdd, little).Words());
    }

    [Fact]
    public void Before_the_test_a_used_drive_is_not_condemned_for_what_the_test_will_settle()
    {
        Assert.Equal("pending_sectors:note", Reports.JudgedBefore(Reports.Disk.With(197, 3), "used").Words());
        Assert.Equal("pending_sectors:fail", Reports.JudgedBefore(Reports.Disk.With(197, 3), "new").Words());
        Assert.Equal("self_test_log:note", Reports.JudgedBefore(Reports.Disk.Tested(("Extended offline", SelfTestResult.Failed)), "used").Words());
        Assert.Equal("self_test_log:fail", Reports.JudgedBefore(Reports.Disk.Tested(("Extended offline", SelfTestResult.Failed)), "new").Words());
        Assert.Equal("reallocated_sectors:note", Reports.JudgedBefore(Reports.Disk.With(5, 3), "used").Words());
        Assert.Equal("crc_errors:note", Reports.JudgedBefore(Reports.Disk.With(199, 3), "new").Words());
        Assert.Equal("", Reports.JudgedBefore(Reports.Disk.With(199, 3), "used").Words());
    }

    [Theory]
    [InlineData("CT500MX500SSD1", 0, 1, "pending_sectors:note")]
    [InlineData("CT500MX500SSD1", 1, 2, "reallocated_sectors:fail")]
    public void What_is_normal_for_a_model_is_told_and_does_not_condemn(string model, long before, long after, string expected)
    {
        var policy = VerdictPolicies.New with { Overrides = VerdictPolicies.OverridesFor(model, [new ModelOverride { Model = "ct*", Code = "reallocated_sectors", Most = 1, Why = "it says so." }]) };
        var id = expected.StartsWith("pending", StringComparison.Ordinal) ? 197 : 5;

        Assert.Equal(expected, SmartJudge.After(policy, DriveMedium.Ssd, Reports.Flash.With(id, before).Snapshot(), Reports.Flash.With(id, after).Snapshot(), null).Words());
    }

    private static SmartReport Nvme(Func<NvmeHealth, NvmeHealth> change) => Reports.Nvme with { Nvme = change(Reports.Nvme.Nvme!) };
}
