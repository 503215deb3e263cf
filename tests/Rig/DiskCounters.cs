using System.Runtime.InteropServices;

namespace Burnin.Rig;

/// <summary>What a faulty disk was asked, and what it did, since it was made.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DiskCounters
{
    public ulong Reads { get; init; }

    public ulong Writes { get; init; }

    public ulong BytesRead { get; init; }

    public ulong BytesWritten { get; init; }

    public ulong ReadErrors { get; init; }

    public ulong WriteErrors { get; init; }

    /// <summary>Reads that were answered with a flipped bit, once for each fault line they touched.</summary>
    public ulong Corrupted { get; init; }

    /// <summary>Pieces of writes that were acknowledged and dropped.</summary>
    public ulong Lost { get; init; }
}
