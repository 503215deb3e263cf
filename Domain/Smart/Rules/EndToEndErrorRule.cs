using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>Data that was garbled between the drive's own buffer and its connector (184): a drive that corrupts is not to be had.</summary>
internal sealed class EndToEndErrorRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given) =>
        given.Attribute("end_to_end_errors", "End-to-end errors", 184, "End-to-End", "E2E", "Error_Detect").Judged(given, Severity.Fail, Severity.Fail) is { } reason ? [reason] : [];
}
