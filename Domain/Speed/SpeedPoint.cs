using Burnin.Domain.Surface;

namespace Burnin.Domain.Speed;

/// <summary>What one segment took in one direction of one pass.</summary>
/// <param name="FromByte">Where it begins on the drive: the outermost tracks come first.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Measure">What the tool took for it.</param>
public sealed record SpeedPoint(long FromByte, long Bytes, HalfMeasure Measure)
{
    public long ToByte => FromByte + Bytes;

    public double BytesPerSecond => Bytes * 1000.0 / Measure.Milliseconds;
}
