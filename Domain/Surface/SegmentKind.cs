namespace Burnin.Domain.Surface;

public enum SegmentKind
{
    Write,

    /// <summary>Reads back and compares what an earlier segment of the same pass has written.</summary>
    Verify,

    /// <summary>Both at once, where the engine knows no other way.</summary>
    WriteVerify,

    /// <summary>Reads and compares with nothing.</summary>
    Read,
}
