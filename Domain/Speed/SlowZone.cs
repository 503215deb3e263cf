namespace Burnin.Domain.Speed;

/// <summary>A part of the drive that is slower than the same part of its siblings.</summary>
/// <param name="FromByte">Where it begins.</param>
/// <param name="ToByte">Where it ends, not included.</param>
/// <param name="Ratio">Its speed against theirs.</param>
public sealed record SlowZone(long FromByte, long ToByte, double Ratio);
