namespace Burnin.History.Jobs;

/// <summary>How many jobs match, in all and by state; the state that was asked for does not matter here.</summary>
public sealed record JobCounts(long Total, IReadOnlyDictionary<string, long> ByState);
