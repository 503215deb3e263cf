namespace Burnin.Domain.Surface;

public enum BlockFault
{
    Unreadable,
    Unwritable,

    /// <summary>Came back as something else than was written there.</summary>
    Different,

    /// <summary>The tool does not tell a block that cannot be read from one that came back different.</summary>
    UnreadableOrDifferent,
}
