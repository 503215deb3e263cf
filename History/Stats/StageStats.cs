namespace Burnin.History.Stats;

/// <summary>How often a stage was run, and how often it ended without a pass.</summary>
public sealed record StageStats(string Name, long Ran, long Failed, long Inconclusive);
