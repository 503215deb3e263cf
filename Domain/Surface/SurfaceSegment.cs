namespace Burnin.Domain.Surface;

/// <summary>The unit of work and of resume: one pass over one range of blocks, both ends included.</summary>
/// <param name="Kind">What is done with the range.</param>
/// <param name="Pass">Counted from 0. Each pass writes something else.</param>
/// <param name="FirstBlock">In blocks of the plan.</param>
/// <param name="LastBlock">Included.</param>
public sealed record SurfaceSegment(SegmentKind Kind, int Pass, long FirstBlock, long LastBlock)
{
    public long Blocks => LastBlock - FirstBlock + 1;

    /// <summary>Blocks that are written plus blocks that are read.</summary>
    public long Work => Kind == SegmentKind.WriteVerify ? Blocks * 2 : Blocks;
}
