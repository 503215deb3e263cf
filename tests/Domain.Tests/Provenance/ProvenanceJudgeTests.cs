using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Provenance;
using Burnin.Domain.Smart;
using Burnin.Domain.Tests.Jobs;
using Burnin.Domain.Tests.Smart.Rules;
using Burnin.Domain.Verdicts;
using Xunit;

namespace Burnin.Domain.Tests.Provenance;

public sealed class ProvenanceJudgeTests
{
    private static readonly DriveTarget Disk = new() { Serial = "ZL2", SizeBytes = 16_000_900_661_248, Model = "ST16000NM001G-2KK103", Medium = DriveMedium.Hdd };

    [Fact]
    public void A_new_drive_with_nothing_to_hide_is_not_worth_a_word() => Assert.Equal("", Words(Reports.Disk));

    [Theory]
    [InlineData(24, "new", "")]
    [InlineData(25, "new", "power_on_hours:note")]
    [InlineData(40_000, "used", "")]
    [InlineData(40_000, "classic", "")]
    public void A_new_drive_has_not_run_for_more_than_a_day(long hours, string policy, string expected) =>
        Assert.Equal(expected, Words(Reports.Disk with { PowerOnHours = hours }, policy));

    [Theory]
    [InlineData(10, 34, "new", "")]
    [InlineData(10, 35, "new", "farm_hours:note")]
    [InlineData(10, 1009, "new", "farm_hours:note")]
    [InlineData(10, 1010, "new", "farm_hours:fail")]
    [InlineData(10, 20_000, "used", "farm_hours:note")]
    [InlineData(20, 10, "new", "")]
    public void Hours_that_were_taken_off_show_in_the_FARM_log(long smart, long farm, string policy, string expected) =>
        Assert.Equal(expected, Words(Reports.Disk with { PowerOnHours = smart, Farm = new SeagateFarm { PowerOnHours = farm } }, policy));

    [Theory]
    [InlineData(1_500_000_000, "")]
    [InlineData(1_600_000_000, "data_written:note")]
    public void A_new_drive_has_not_been_filled(long sectors, string expected) =>
        Assert.Equal(expected, Words(Reports.Disk with { DeviceStatistics = [new DeviceStatistic(1, 24, "Logical Sectors Written", sectors)] }));

    [Fact]
    public void What_was_written_is_told_by_each_kind_of_drive_in_its_own_unit()
    {
        var big = Disk with { SizeBytes = 2_000_398_934_016, Model = "Samsung SSD 990" };
        var nvme = Reports.Nvme with { Nvme = Reports.Nvme.Nvme! with { DataUnitsWritten = 200_000 } };

        var reason = Assert.Single(ProvenanceJudge.Judge(VerdictPolicies.New, big, null, nvme.Snapshot()));

        Assert.Equal(("data_written", 102_400_000_000m), (reason.Code, reason.After));
        Assert.Contains("102.4 GB", reason.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "new", "")]
    [InlineData(2, "new", "worn:note")]
    [InlineData(2, "used", "")]
    public void New_flash_is_not_worn(int used, string policy, string expected) => Assert.Equal(
        expected,
        ProvenanceJudge.Judge(VerdictPolicies.Find(policy)!, Disk with { SizeBytes = 2_000_398_934_016 }, null, (Reports.Nvme with { Nvme = Reports.Nvme.Nvme! with { PercentageUsed = used } }).Snapshot()).Words());

    [Theory]
    [InlineData(16_000_900_661_248, "")]
    [InlineData(16_000_900_661_760, "hidden_capacity:note")]
    public void What_is_hidden_is_told(long native, string expected) =>
        Assert.Equal(expected, Words(Reports.Disk with { Identity = Reports.Disk.Identity with { NativeCapacityBytes = native } }, "used"));

    [Fact]
    public void What_only_the_host_was_told_of_is_told_as_well()
    {
        var facts = new DriveFacts { DeviceName = "sda", Serial = "ZL2", Model = "ST16000NM001G", SizeBytes = Disk.SizeBytes, NativeBytes = 2 * Disk.SizeBytes, InUse = [] };

        var reason = Assert.Single(ProvenanceJudge.Judge(VerdictPolicies.New, Disk, facts, Reports.Disk.Snapshot()));

        Assert.Equal(("hidden_capacity", Severity.Note, 2m * Disk.SizeBytes), (reason.Code, reason.Severity, reason.Limit));
    }

    [Fact]
    public void A_drive_that_says_another_size_than_the_NAS_sees_is_told() =>
        Assert.Equal("capacity_differs:note", Words(Reports.Disk with { Identity = Reports.Disk.Identity with { CapacityBytes = 8_000_000_000_000 } }, "used"));

    [Theory]
    [InlineData(512, 0, "")]
    [InlineData(4096, null, "")]
    [InlineData(520, 0, "sector_size:inconclusive")]
    [InlineData(512, 2, "protection_information:inconclusive")]
    public void A_drive_out_of_an_array_has_to_be_formatted_first(int sector, int? protection, string expected) => Assert.Equal(
        expected, Words(Reports.Disk with { Identity = Reports.Disk.Identity with { LogicalBlockBytes = sector, ProtectionType = protection } }, "used"));

    [Fact]
    public void A_serial_that_two_drives_show_is_told_also_where_nothing_is_written()
    {
        var facts = Sample.Facts with { InUse = [new InUseFact("duplicate_serial", "sda reports the same serial ZL2 as sdb."), new InUseFact("mounted", "sda1 is mounted.")] };

        Assert.Equal("duplicate_serial:note", ProvenanceJudge.Judge(VerdictPolicies.Used, Disk, facts, Reports.Disk.Snapshot()).Words());
    }

    [Theory]
    [InlineData("WDC WD40EFAX-68JH4N1", null, null, null, true)]
    [InlineData("WDC WD40EFRX-68N32N0", null, null, null, false)]
    [InlineData("ST8000DM004-2CX188", null, null, null, true)]
    [InlineData("ST8000DM0041", null, null, null, false)]
    [InlineData("TOSHIBA HDWD240", null, null, null, true)]
    [InlineData("Some Disk", "Device managed zones", null, null, true)]
    [InlineData("Some Disk", null, "Western Digital Red (SMR)", null, true)]
    [InlineData("Some Disk", null, "Western Digital Red", null, false)]
    [InlineData("Some Disk", null, null, true, true)]
    [InlineData("Some Disk", null, null, false, false)]
    public void Shingled_tracks_are_known_from_the_drive_a_database_a_list_or_TRIM(string model, string? zoned, string? family, bool? trim, bool isShingled)
    {
        var identity = Reports.Disk.Identity with { Model = model, Zoned = zoned, Family = family, HasTrim = trim };

        Assert.Equal(isShingled ? "smr:note" : "", Words(Reports.Disk with { Identity = identity }, "used"));
    }

    [Fact]
    public void A_drive_that_knows_its_own_recording_is_believed_before_any_list()
    {
        var listed = Reports.Disk with { Identity = Reports.Disk.Identity with { Model = "ST8000DM004-2CX188" } };

        Assert.Equal("", Words(listed with { Farm = new SeagateFarm { RecordingType = "CMR" } }, "used"));
        Assert.Equal("smr:note", Words(Reports.Disk with { Farm = new SeagateFarm { RecordingType = "SMR" } }, "used"));
    }

    [Fact]
    public void Flash_takes_TRIM_and_is_not_shingled() => Assert.Equal(
        "", ProvenanceJudge.Judge(VerdictPolicies.New, Disk with { SizeBytes = 1_000_204_886_016, Medium = DriveMedium.Ssd }, null, (Reports.Flash with { Identity = Reports.Flash.Identity with { HasTrim = true } }).Snapshot()).Words());

    [Fact]
    public void A_drive_that_tells_nothing_of_itself_is_not_accused() =>
        Assert.Equal("", ProvenanceJudge.Judge(VerdictPolicies.New, Disk, null, new SmartSnapshot { TakenAt = Sample.Noon, Unavailable = "USB bridge." }).Words());

    [Fact]
    public void The_precheck_says_it_and_a_drive_whose_hours_were_taken_off_is_not_begun_with()
    {
        var job = Sample.Job([.. Sample.Plan]) with { Policy = "new@1" };
        var reset = Reports.Disk with { Farm = new SeagateFarm { PowerOnHours = 30_000 }, Identity = Reports.Disk.Identity with { CapacityBytes = null } };

        var result = PrecheckJudge.Judge(job, Sample.Healthy with { Smart = reset.Snapshot() }, Sample.Policy);

        Assert.Equal(StageState.Failed, result.State);
        Assert.Contains(result.Reasons, reason => reason is { Code: "farm_hours", Before: 10, After: 30_000, Rule: "new@1" });
    }

    private static string Words(SmartReport report, string policy = "new") =>
        ProvenanceJudge.Judge(VerdictPolicies.Find(policy)!, Disk, null, report.Snapshot()).Words();
}
