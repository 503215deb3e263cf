namespace Burnin.WebFront.BurnIns;

/// <summary>State: as a job has it, or <c>pausing, resuming</c> while the host's answer is awaited. Why: in a sentence.</summary>
internal sealed record HoldAnswer(string State, string? Why = null);
