using Burnin.Domain.Smart;
using Xunit;

namespace Burnin.Domain.Tests.Smart;

public sealed class SmartIndicatorsTests
{
    private static readonly SmartReport Disk = new() { Kind = SmartReportKind.Report, Protocol = SmartProtocol.Ata, Identity = new SmartIdentity { RotationRpm = 7200 } };

    [Theory]
    [InlineData(5, "Reallocated_Sector_Ct", "reallocated", IndicatorSeverity.Fail)]
    [InlineData(10, "Spin_Retry_Count", "spin_retry", IndicatorSeverity.Warn)]
    [InlineData(184, "End-to-End_Error", "end_to_end", IndicatorSeverity.Fail)]
    [InlineData(187, "Reported_Uncorrect", "reported_uncorrect", IndicatorSeverity.Fail)]
    [InlineData(188, "Command_Timeout", "command_timeout", IndicatorSeverity.Warn)]
    [InlineData(197, "Current_Pending_Sector", "pending", IndicatorSeverity.Fail)]
    [InlineData(198, "Offline_Uncorrectable", "offline_uncorrectable", IndicatorSeverity.Fail)]
    [InlineData(199, "UDMA_CRC_Error_Count", "crc", IndicatorSeverity.Warn)]
    public void A_count_above_zero_is_pointed_at(int id, string name, string code, IndicatorSeverity severity)
    {
        Assert.Equal([new SmartIndicator(code, severity, "1")], SmartIndicators.Of(With(id, name, 1)));
        Assert.Empty(SmartIndicators.Of(With(id, name, 0)));
    }

    [Theory]
    [InlineData(188, "Unknown_Attribute")]
    [InlineData(197, "Host_Writes_GiB")]
    [InlineData(5, "Unknown_SSD_Attribute")]
    public void An_id_under_another_name_is_another_attribute(int id, string name) => Assert.Empty(SmartIndicators.Of(With(id, name, 5)));

    [Fact]
    public void A_block_that_an_SSD_replaced_is_a_note() =>
        Assert.Equal(
            [IndicatorSeverity.Warn],
            SmartIndicators.Of(With(5, "Reallocated_Sector_Ct", 1) with { Identity = new SmartIdentity { RotationRpm = 0 } }).Select(indicator => indicator.Severity));

    [Theory]
    [InlineData(SelfTestResult.Failed, "selftest_failed", IndicatorSeverity.Fail)]
    [InlineData(SelfTestResult.Aborted, "selftest_not_completed", IndicatorSeverity.Info)]
    [InlineData(SelfTestResult.Interrupted, "selftest_not_completed", IndicatorSeverity.Info)]
    [InlineData(SelfTestResult.Fatal, "selftest_not_completed", IndicatorSeverity.Warn)]
    public void The_newest_test_counts(SelfTestResult result, string code, IndicatorSeverity severity) =>
        Assert.Equal([(code, severity)], SmartIndicators.Of(Disk with { SelfTests = Tests(result, SelfTestResult.Passed) }).Select(indicator => (indicator.Code, indicator.Severity)));

    [Fact]
    public void A_failure_before_a_pass_is_a_note_and_a_row_of_a_running_test_is_none() =>
        Assert.Equal(
            [new SmartIndicator("selftest_failed_earlier", IndicatorSeverity.Warn, "1")],
            SmartIndicators.Of(Disk with { SelfTests = Tests(SelfTestResult.Running, SelfTestResult.Passed, SelfTestResult.Failed) with { FailedInLog = 1 } }));

    [Theory]
    [InlineData(9, IndicatorSeverity.Warn)]
    [InlineData(10, IndicatorSeverity.Fail)]
    public void Ten_grown_defects_are_many(long count, IndicatorSeverity severity) =>
        Assert.Equal(
            [new SmartIndicator("scsi_grown_defects", severity, $"{count}")],
            SmartIndicators.Of(new SmartReport { Kind = SmartReportKind.Report, Protocol = SmartProtocol.Scsi, Scsi = new ScsiCounters { GrownDefects = count } }));

    [Fact]
    public void Every_bit_of_the_critical_warning_has_a_name() =>
        Assert.Equal(6, SmartIndicators.Of(new SmartReport { Kind = SmartReportKind.Report, Nvme = new NvmeHealth { CriticalWarning = 0x3F } }).Select(indicator => indicator.Code).Distinct().Count());

    [Theory]
    [InlineData(10, 10, false)]
    [InlineData(9, 10, true)]
    public void Spare_below_its_threshold_is_pointed_at(int spare, int threshold, bool isSeen) =>
        Assert.Equal(isSeen, SmartIndicators.Of(new SmartReport
        {
            Kind = SmartReportKind.Report,
            Nvme = new NvmeHealth { AvailableSparePercent = spare, AvailableSpareThresholdPercent = threshold },
        }).Any(indicator => indicator.Code == "nvme_spare_below_threshold"));

    private static SmartReport With(int id, string name, long count) =>
        Disk with { Attributes = [new SmartAttribute(id, name, 100, 100, 0, count) { Decoded = count }] };

    private static SelfTests Tests(params SelfTestResult[] results) => new() { Log = [.. results.Select(result => new SelfTestRow("Short offline", result, "words"))] };
}
