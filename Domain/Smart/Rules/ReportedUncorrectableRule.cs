using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>
/// Reads that failed for good, as ATA counts them (187, or the device statistic of that name). One means a yearly failure
/// rate of 34 % (Scrutiny's table).
/// </summary>
internal sealed class ReportedUncorrectableRule : ISmartRule
{
    private const int ErrorPage = 4;
    private const int ReportedUncorrectable = 8;
    private const string Code = "reported_uncorrectable";
    private const string What = "Reported uncorrectable errors";

    public IEnumerable<Reason> Judge(SmartCase given) => !given.IsAta ? []
        : given.Attribute(Code, What, 187, "Uncorr", "UNC", "_UE_")
            .Or(new Count(Code, What, given.Before?.Statistic(ErrorPage, ReportedUncorrectable), given.Now.Statistic(ErrorPage, ReportedUncorrectable)))
            .Judged(given, Severity.Fail, Severity.Fail, isOldTolerated: true) is { } reason ? [reason] : [];
}
