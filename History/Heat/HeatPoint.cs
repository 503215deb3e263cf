namespace Burnin.History.Heat;

/// <summary>The coolest and the warmest that a drive was read at within the hour that begins then.</summary>
public sealed record HeatPoint(DateTimeOffset At, int LeastCelsius, int MostCelsius);
