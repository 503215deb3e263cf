using Burnin.Domain.Smart;
using Xunit;

namespace Burnin.Domain.Tests.Smart.Rules;

/// <summary>Every counter, before and after, on both sides of its limit, under the policies that differ.</summary>
public sealed class CounterRuleTests
{
    [Fact]
    public void A_healthy_drive_of_any_kind_is_not_worth_a_word() => Assert.All(
        [Reports.Disk, Reports.Flash, Reports.Sas, Reports.Nvme],
        healthy => Assert.Equal("", Reports.Judged(healthy, healthy).Words()));

    [Theory]
    [InlineData(5, 1, 1, "new", "reallocated_sectors:fail")]
    [InlineData(5, 1, 1, "used", "reallocated_sectors:note")]
    [InlineData(5, 1, 2, "used", "reallocated_sectors:fail")]
    [InlineData(5, 0, 1, "used", "reallocated_sectors:fail")]
    [InlineData(5, 9, 8, "used", "reallocated_sectors:note")]
    [InlineData(197, 0, 1, "new", "pending_sectors:fail")]
    [InlineData(197, 1, 1, "used", "pending_sectors:fail")]
    [InlineData(197, 2, 1, "used", "pending_sectors:fail")]
    [InlineData(197, 2, 0, "used", "pending_cleared:note")]
    [InlineData(197, 2, 0, "new", "pending_cleared:fail")]
    [InlineData(198, 0, 1, "new", "uncorrectable_sectors:fail")]
    [InlineData(198, 1, 1, "used", "uncorrectable_sectors:fail")]
    [InlineData(187, 1, 1, "new", "reported_uncorrectable:fail")]
    [InlineData(187, 1, 1, "used", "reported_uncorrectable:note")]
    [InlineData(187, 1, 2, "used", "reported_uncorrectable:fail")]
    [InlineData(184, 1, 1, "used", "end_to_end_errors:fail")]
    [InlineData(10, 1, 1, "new", "spin_retries:note")]
    [InlineData(10, 1, 2, "new", "spin_retries:fail")]
    [InlineData(188, 1, 1, "new", "command_timeouts:note")]
    [InlineData(188, 1, 9, "new", "command_timeouts:note")]
    [InlineData(199, 5, 5, "new", "")]
    [InlineData(199, 5, 6, "new", "crc_errors:note")]
    [InlineData(199, 5, 6, "used", "crc_errors:note")]
    public void Of_a_disk(int id, long before, long after, string policy, string expected) =>
        Assert.Equal(expected, Reports.Judged(Reports.Disk.With(id, before), Reports.Disk.With(id, after), policy).Words());

    [Theory]
    [InlineData(5, 1, 1, "new", "reallocated_sectors:note")]
    [InlineData(5, 1, 2, "used", "reallocated_sectors:fail")]
    [InlineData(197, 0, 1, "new", "pending_sectors:note")]
    [InlineData(197, 1, 0, "new", "")]
    [InlineData(198, 0, 1, "new", "uncorrectable_sectors:note")]
    [InlineData(187, 1, 1, "new", "reported_uncorrectable:fail")]
    [InlineData(187, 1, 1, "used", "reported_uncorrectable:note")]
    [InlineData(184, 0, 1, "used", "end_to_end_errors:fail")]
    [InlineData(188, 0, 1, "new", "command_timeouts:note")]
    [InlineData(199, 0, 1, "new", "crc_errors:note")]
    public void Of_SATA_flash(int id, long before, long after, string policy, string expected) =>
        Assert.Equal(expected, Reports.Judged(Reports.Flash.With(id, before), Reports.Flash.With(id, after), policy).Words());

    [Theory]
    [InlineData(0, 1, "new", "grown_defects:fail")]
    [InlineData(9, 9, "new", "grown_defects:note")]
    [InlineData(10, 10, "new", "grown_defects:fail")]
    [InlineData(10, 10, "used", "grown_defects:note")]
    [InlineData(10, 11, "used", "grown_defects:fail")]
    public void Of_grown_defects(long before, long after, string policy, string expected) => Assert.Equal(
        expected,
        Reports.Judged(Sas(scsi => scsi with { GrownDefects = before }), Sas(scsi => scsi with { GrownDefects = after }), policy).Words());

    [Theory]
    [InlineData(1, 1, "new", "uncorrected_reads:fail")]
    [InlineData(1, 1, "used", "uncorrected_reads:note")]
    [InlineData(1, 2, "used", "uncorrected_reads:fail")]
    public void Of_uncorrected_errors(long before, long after, string policy, string expected)
    {
        Assert.Equal(expected, Reports.Judged(Sas(scsi => scsi with { Read = new ScsiErrorCounter { Uncorrected = before } }), Sas(scsi => scsi with { Read = new ScsiErrorCounter { Uncorrected = after } }), policy).Words());
        Assert.Equal("uncorrected_writes:fail", Reports.Judged(Reports.Sas, Sas(scsi => scsi with { Write = new ScsiErrorCounter { Uncorrected = 1 } }), policy).Words());
        Assert.Equal("uncorrected_verifies:fail", Reports.Judged(Reports.Sas, Sas(scsi => scsi with { Verify = new ScsiErrorCounter { Uncorrected = 1 } }), policy).Words());
    }

    [Theory]
    [InlineData(0, 99, "")]
    [InlineData(0, 100, "non_medium_errors:note")]
    [InlineData(500, 500, "")]
    public void Of_non_medium_errors(long before, long after, string expected) => Assert.Equal(
        expected, Reports.Judged(Sas(scsi => scsi with { NonMediumErrors = before }), Sas(scsi => scsi with { NonMediumErrors = after })).Words());

    [Theory]
    [InlineData(0, "used", "")]
    [InlineData(1, "used", "pending_defects:fail")]
    public void Of_pending_defects_of_SAS(long after, string policy, string expected) =>
        Assert.Equal(expected, Reports.Judged(Reports.Sas, Reports.Sas with { PendingDefectCount = after }, policy).Words());

    [Theory]
    [InlineData(1, 1, "new", "media_errors:fail")]
    [InlineData(1, 1, "used", "media_errors:note")]
    [InlineData(1, 2, "used", "media_errors:fail")]
    public void Of_NVMe_media_errors(long before, long after, string policy, string expected) => Assert.Equal(
        expected, Reports.Judged(Nvme(health => health with { MediaErrors = before }), Nvme(health => health with { MediaErrors = after }), policy).Words());

    [Fact]
    public void The_error_log_of_NVMe_is_never_judged() =>
        Assert.Equal("", Reports.Judged(Nvme(health => health with { ErrorLogEntries = 1 }), Nvme(health => health with { ErrorLogEntries = 900 })).Words());

    [Fact]
    public void Link_counters_tell_by_their_growth_and_those_of_every_start_do_not()
    {
        Assert.Equal("phy_errors:note", Reports.Judged(Reports.Disk, Reports.Disk with { PhyCounters = [Reports.Disk.PhyCounters[0] with { Value = 1 }, Reports.Disk.PhyCounters[1]] }).Words());
        Assert.Equal("", Reports.Judged(Reports.Disk, Reports.Disk with { PhyCounters = [Reports.Disk.PhyCounters[0], Reports.Disk.PhyCounters[1] with { Value = 9 }] }).Words());
        Assert.Equal("", Reports.Judged(Reports.Disk, Reports.Disk with { PhyCounters = [.. Reports.Disk.PhyCounters, new PhyCounter("sata", 0x8000, "Vendor specific", 6_582_051)] }).Words());
        Assert.Equal("phy_errors:note", Reports.Judged(Reports.Sas, Reports.Sas with { PhyCounters = [Reports.Sas.PhyCounters[0] with { Value = 4 }] }).Words());
    }

    [Theory]
    [InlineData(6000, 6000, "")]
    [InlineData(6000, 3000, "link_speed_dropped:note")]
    [InlineData(3000, 3000, "link_speed_low:note")]
    public void The_link_is_held_against_itself_and_the_drive(int before, int after, string expected) => Assert.Equal(
        expected, Reports.Judged(Reports.Disk with { LinkSpeed = new LinkSpeed(6000, before) }, Reports.Disk with { LinkSpeed = new LinkSpeed(6000, after) }).Words());

    [Theory]
    [InlineData(3, 3, "Error: ICRC, ABRT", "")]
    [InlineData(3, 4, "Error: ICRC, ABRT", "ata_errors:note")]
    [InlineData(3, 4, "Error: UNC at LBA = 0x0aba9500 = 180000000", "ata_errors:fail")]
    [InlineData(4, 4, "Error: UNC at LBA = 0x0aba9500 = 180000000", "")]
    public void New_errors_in_the_log_condemn_where_a_sector_could_not_be_read(long before, long after, string what, string expected) => Assert.Equal(
        expected, Reports.Judged(Reports.Disk with { AtaErrorCount = before }, Reports.Disk with { AtaErrorCount = after, AtaErrors = [new AtaError(4, 9, what, null)] }).Words());

    [Fact]
    public void What_is_not_reported_is_never_taken_for_zero()
    {
        var silent = Reports.Disk with { Attributes = [Reports.Attribute(9, "Power_On_Hours", 10)], AtaErrorCount = null, PhyCounters = [] };

        Assert.Equal("", Reports.Judged(silent, silent).Words());
        Assert.Equal("reallocated_sectors:fail", Reports.Judged(silent, Reports.Disk.With(5, 3), "new").Words());
        Assert.Null(Assert.Single(Reports.Judged(silent, Reports.Disk.With(5, 3), "new")).Before);

        // The policy lets a drive have a past, and nothing says that this is none.
        Assert.Equal("reallocated_sectors:note", Reports.Judged(silent, Reports.Disk.With(5, 3), "used").Words());
    }

    [Fact]
    public void A_pending_sector_that_was_replaced_is_growth_of_the_other_counter() => Assert.Equal(
        "reallocated_sectors:fail pending_cleared:note",
        Reports.Judged(Reports.Disk.With(197, 2), Reports.Disk.With(5, 2), "used").Words());

    [Fact]
    public void On_flash_it_is_the_name_that_says_what_an_id_counts()
    {
        var odd = Reports.Flash with { Attributes = [Reports.Attribute(188, "Unknown_Attribute", 7), Reports.Attribute(198, "Host_Reads_GiB", 4000), Reports.Attribute(5, "Unknown_Attribute", 3)] };

        Assert.Equal("", Reports.Judged(odd, odd).Words());
    }

    [Fact]
    public void The_reason_names_both_numbers_the_limit_and_the_rule()
    {
        var reason = Assert.Single(Reports.Judged(Reports.Disk.With(5, 1), Reports.Disk.With(5, 4), "used"));

        Assert.Equal("Reallocated sectors: 4, up from 1 before the test.", reason.Text);
        Assert.Equal((1m, 4m, 1m, "used@1"), (reason.Before, reason.After, reason.Limit, reason.Rule));
    }

    [Fact]
    public void The_classic_policy_is_the_watch_list_of_the_original_and_the_drives_own_word()
    {
        var sick = Reports.Disk.With(5, 1).With(10, 1).With(187, 1).With(197, 1).With(199, 1) with { HealthPassed = false, Temperature = new SmartTemperature { CurrentCelsius = 70 } };

        Assert.Equal("smart_health:fail reallocated_sectors:fail spin_retries:note pending_sectors:fail crc_errors:note", Reports.Judged(sick, sick, "classic").Words());
    }

    private static SmartReport Sas(Func<ScsiCounters, ScsiCounters> change) => Reports.Sas with { Scsi = change(Reports.Sas.Scsi!) };

    private static SmartReport Nvme(Func<NvmeHealth, NvmeHealth> change) => Reports.Nvme with { Nvme = change(Reports.Nvme.Nvme!) };
}
