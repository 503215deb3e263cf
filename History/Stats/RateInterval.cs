namespace Burnin.History.Stats;

/// <summary>Bounds in percent.</summary>
public sealed record RateInterval(double Low, double High);
