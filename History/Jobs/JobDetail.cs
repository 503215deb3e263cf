namespace Burnin.History.Jobs;

/// <summary>One job with its stages, in their order.</summary>
public sealed record JobDetail(JobRecord Job, IReadOnlyList<StageRecord> Stages);
