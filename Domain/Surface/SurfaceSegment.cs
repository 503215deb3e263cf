namespace Burnin.Domain.Surface;

/// <summary>The unit of work and of resume: one pattern over one range of blocks, both ends included.</summary>
public sealed record SurfaceSegment(int Pattern, long FirstBlock, long LastBlock)
{
    public long Blocks => LastBlock - FirstBlock + 1;
}
