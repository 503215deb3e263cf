namespace Burnin.Domain.Smart;

/// <summary>What the link can do and what was agreed on, in megabits per second: 6000 is "6.0 Gb/s".</summary>
public sealed record LinkSpeed(int? MaxMegabitsPerSecond, int? CurrentMegabitsPerSecond);
