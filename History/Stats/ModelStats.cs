namespace Burnin.History.Stats;

/// <summary>How the drives of one model have done.</summary>
/// <param name="Model">As the drive says it.</param>
/// <param name="Outcomes">Of its jobs.</param>
/// <param name="HoursPerTerabyte">Median of the jobs that went over all of the surface; null where none did.</param>
public sealed record ModelStats(string Model, Outcomes Outcomes, double? HoursPerTerabyte);
