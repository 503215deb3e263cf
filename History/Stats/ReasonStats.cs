namespace Burnin.History.Stats;

/// <summary>How many jobs a reason was given for that failed or were inconclusive.</summary>
public sealed record ReasonStats(string Code, string Severity, long Jobs);
