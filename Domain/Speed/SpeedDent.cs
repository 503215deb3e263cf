namespace Burnin.Domain.Speed;

/// <summary>A place that is slower than what lies on both sides of it, time after time.</summary>
/// <param name="FromByte">Where it begins.</param>
/// <param name="ToByte">Where it ends, not included.</param>
/// <param name="Ratio">Its speed against its neighbours', the typical one over the times it was seen.</param>
/// <param name="Times">In how many sweeps it was seen.</param>
/// <param name="Sweeps">How many went over it.</param>
public sealed record SpeedDent(long FromByte, long ToByte, double Ratio, int Times, int Sweeps);
