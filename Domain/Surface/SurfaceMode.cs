namespace Burnin.Domain.Surface;

public enum SurfaceMode
{
    /// <summary>Every block is written, then read back and compared. Erases the drive.</summary>
    Write,

    /// <summary>Every block is read. Leaves the drive as it is, and finds only what cannot be read.</summary>
    Read,
}
