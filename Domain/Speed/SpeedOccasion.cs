namespace Burnin.Domain.Speed;

/// <summary>Where and when a curve was measured.</summary>
public readonly record struct SpeedOccasion(string Nas, DateTimeOffset From, DateTimeOffset To);
