using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>Attempts to spin up that had to be repeated (10): any mean a yearly failure rate of 56 % (Scrutiny's table), or a weak power supply.</summary>
internal sealed class SpinRetryRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given) => given.Kind != DriveKind.AtaDisk ? []
        : given.Attribute("spin_retries", "Spin retries", 10, "Spin_Retry").Judged(given, Severity.Note, Severity.Fail) is { } reason ? [reason] : [];
}
