using Burnin.Domain.Jobs;

namespace Burnin.Domain.Verdicts;

/// <summary>A reason and the stage that it comes from; null for one that rests on the whole job.</summary>
internal sealed record Finding(Reason Reason, JobStage? Stage)
{
    public bool IsTrouble => Reason.Severity is Severity.Fail or Severity.Inconclusive;
}
