namespace Burnin.History.Surface;

/// <summary>A place that was slow against its neighbours. Ratio: of its speed to theirs.</summary>
public sealed record SlowSpot(long FromByte, long ToByte, double Ratio);
