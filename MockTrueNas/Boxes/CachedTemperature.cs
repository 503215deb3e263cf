namespace Burnin.MockTrueNas.Boxes;

/// <summary>What a drive measured, and when it was asked.</summary>
internal sealed record CachedTemperature(int? Celsius, DateTimeOffset AskedAt);
