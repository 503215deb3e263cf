namespace Burnin.Domain.Surface;

/// <summary>What writes and reads back on the host.</summary>
public enum SurfaceEngine
{
    /// <summary>fio where the host has it and it proved itself there, badblocks otherwise.</summary>
    Auto,

    /// <summary>Every 4 KiB carries its own place and the id of its run and pass: misplaced, lost and stale writes show.</summary>
    Fio,

    /// <summary>Plain patterns: read and write errors and corruption show; a write that went elsewhere or nowhere may not.</summary>
    Badblocks,
}
