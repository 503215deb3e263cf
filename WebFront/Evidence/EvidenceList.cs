using Burnin.History.Evidence;

namespace Burnin.WebFront.Evidence;

/// <summary>By stage and name. Empty also for a job that is not there: evidence outlives what is known of jobs.</summary>
internal sealed record EvidenceList(IReadOnlyList<EvidenceRecord> Evidence);
