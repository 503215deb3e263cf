namespace Burnin.History.Stats;

/// <summary>One day, in UTC.</summary>
/// <param name="Day">Which.</param>
/// <param name="Ordered">Jobs that were ordered on it.</param>
/// <param name="Outcomes">Of the jobs that ended on it.</param>
/// <param name="TestedBytes">Of drives, by the jobs that ended on it, each counted once however many passes there were.</param>
public sealed record DayStats(DateOnly Day, long Ordered, Outcomes Outcomes, long TestedBytes);
