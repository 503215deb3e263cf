namespace Burnin.History.Surface;

/// <summary>Speed over position in one direction: <c>write, read</c>. One number for each hundredth of the drive, null where none was measured.</summary>
public sealed record SpeedTrace(string Direction, IReadOnlyList<long?> BytesPerSecond, long MeanBytesPerSecond);
