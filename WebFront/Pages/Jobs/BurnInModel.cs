using Burnin.Grains.Interfaces.Jobs;
using Burnin.History.Audit;
using Burnin.History.Evidence;
using Burnin.History.Jobs;
using Burnin.History.Smart;
using Burnin.History.Surface;

namespace Burnin.WebFront.Pages.Jobs;

/// <summary>One burn-in, with all that is kept of it.</summary>
public sealed record BurnInModel
{
    public required JobView Job { get; init; }

    /// <summary>Why the job itself did not answer, and this is what was last recorded of it; null where it did.</summary>
    public string? Trouble { get; init; }

    public required IReadOnlyList<EvidenceRecord> Evidence { get; init; }

    public required SmartComparison Smart { get; init; }

    /// <summary>One for each surface stage that has ended.</summary>
    public required IReadOnlyList<SurfaceRun> Surfaces { get; init; }

    public required AuditPage Audit { get; init; }

    /// <summary>Other burn-ins of the same drive, newest first.</summary>
    public required IReadOnlyList<JobRecord> Others { get; init; }

    /// <summary>Whole address of the page, for paper.</summary>
    public required string Url { get; init; }

    /// <summary>Something may still change, if only behind its end.</summary>
    public bool IsLive => !Job.IsOver;

    public bool IsUnderWay => Job.Summary.FinishedAt is null;
}
