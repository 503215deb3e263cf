using Burnin.Domain.Smart;
using Burnin.History.Evidence;

namespace Burnin.History.Smart;

/// <summary>What pages show of a drive's SMART data, read anew from the output that was kept: a better reader needs no new test.</summary>
public sealed class SmartComparisons
{
    /// <summary>How the stages before and after call it.</summary>
    private const string Before = "smart_before.";
    private const string After = "smart_after.";

    private readonly EvidenceHistory _evidence;

    internal SmartComparisons(EvidenceHistory evidence) => _evidence = evidence;

    /// <param name="jobId">Whose.</param>
    /// <param name="kept">All that is kept of the job.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SmartComparison> CompareAsync(string jobId, IReadOnlyList<EvidenceRecord> kept, CancellationToken cancellationToken) =>
        SmartLines.Of(
            await ReadAsync(jobId, kept.FirstOrDefault(record => record.Name.StartsWith(Before, StringComparison.Ordinal)), cancellationToken),
            await ReadAsync(jobId, kept.LastOrDefault(record => record.Name.StartsWith(After, StringComparison.Ordinal)), cancellationToken));

    /// <summary>Null where nothing was kept, or what was kept is no report.</summary>
    private async Task<SmartReport?> ReadAsync(string jobId, EvidenceRecord? record, CancellationToken cancellationToken) =>
        record is not null && await _evidence.ReadAsync(jobId, (int)record.Stage, record.Name, cancellationToken) is { } text
            && SmartReports.Read(text.Utf8.Span) is { Kind: SmartReportKind.Report } report
            ? report
            : null;
}
