using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>Reads, writes and verifications that a SAS drive could not correct. What it has corrected, be it billions, says nothing.</summary>
internal sealed class ScsiUncorrectedRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given) => given.Kind != DriveKind.Sas ? [] : new[]
    {
        Of(given, "uncorrected_reads", "Uncorrected read errors", scsi => scsi.Read),
        Of(given, "uncorrected_writes", "Uncorrected write errors", scsi => scsi.Write),
        Of(given, "uncorrected_verifies", "Uncorrected verify errors", scsi => scsi.Verify),
    }.OfType<Reason>();

    private static Reason? Of(SmartCase given, string code, string what, Func<ScsiCounters, ScsiErrorCounter?> row) =>
        new Count(code, what, Uncorrected(given.Before, row), Uncorrected(given.Now, row)).Judged(given, Severity.Fail, Severity.Fail, isOldTolerated: true);

    private static long? Uncorrected(SmartReport? report, Func<ScsiCounters, ScsiErrorCounter?> row) => report?.Scsi is { } scsi ? row(scsi)?.Uncorrected : null;
}
