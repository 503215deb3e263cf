namespace Burnin.Domain.Surface;

/// <summary>Why the runner on the host ended a run.</summary>
public abstract record SurfaceEnd
{
    private SurfaceEnd()
    {
    }

    /// <summary>Every segment was gone through, or the limit of bad blocks was reached.</summary>
    public sealed record WentThrough : SurfaceEnd;

    public sealed record Stopped : SurfaceEnd;

    /// <summary>The tool or the host failed.</summary>
    public sealed record Aborted(string Why) : SurfaceEnd;

    /// <summary>A look before a segment found another disk, or the disk in use.</summary>
    public sealed record Refused(string Code, string Detail) : SurfaceEnd;
}
