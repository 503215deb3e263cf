namespace Burnin.Domain.Surface;

public enum SegmentKind
{
    WriteVerify,

    /// <summary>Reads back once more what an earlier segment of the same pass has written.</summary>
    Verify,

    /// <summary>Reads and compares with nothing.</summary>
    Read,
}
