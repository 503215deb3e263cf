using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>Data that an NVMe drive could not give back intact. Its error log is not judged: every query that it does not know adds to that.</summary>
internal sealed class NvmeMediaErrorRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given) =>
        new Count("media_errors", "Media and data integrity errors", given.Before?.Nvme?.MediaErrors, given.Now.Nvme?.MediaErrors)
            .Judged(given, Severity.Fail, Severity.Fail, isOldTolerated: true) is { } reason ? [reason] : [];
}
