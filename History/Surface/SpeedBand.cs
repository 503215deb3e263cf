namespace Burnin.History.Surface;

/// <summary>How fast other drives of the same model were, from the slowest to the fastest of them. One number for each hundredth of the drive.</summary>
/// <param name="Drives">How many others.</param>
/// <param name="Slowest">Bytes a second; null where none of them was measured.</param>
/// <param name="Fastest">Bytes a second; null where none of them was measured.</param>
public sealed record SpeedBand(int Drives, IReadOnlyList<long?> Slowest, IReadOnlyList<long?> Fastest);
