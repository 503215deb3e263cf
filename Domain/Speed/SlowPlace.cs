namespace Burnin.Domain.Speed;

/// <summary>A segment in which single I/Os took very long.</summary>
/// <param name="FromByte">Where the segment begins.</param>
/// <param name="ToByte">Where it ends, not included.</param>
/// <param name="MaxMicroseconds">The longest I/O of all times.</param>
/// <param name="SecondMaxMicroseconds">The longest I/O of the time that comes second; null where it was long only once.</param>
/// <param name="Times">In how many sweeps an I/O there took very long.</param>
public sealed record SlowPlace(long FromByte, long ToByte, long MaxMicroseconds, long? SecondMaxMicroseconds, int Times);
