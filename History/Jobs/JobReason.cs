namespace Burnin.History.Jobs;

/// <summary>One reason of a verdict. Severity: <c>note, inconclusive, fail</c>.</summary>
public sealed record JobReason(string Code, string Severity, string Text, string Rule);
