namespace Burnin.Domain.Nases;

/// <summary>Why a NAS did not do what it was asked.</summary>
public enum NasFault
{
    /// <summary>No connection, or it broke, or no answer in time. Worth trying again.</summary>
    Unreachable,

    /// <summary>Wrong key, password or API key. Trying again changes nothing.</summary>
    AuthenticationFailed,

    /// <summary>The host shows another key than the pinned one.</summary>
    HostKeyChanged,

    /// <summary>The NAS cannot do this at all: a tool is missing, a right is missing.</summary>
    NotSupported,

    /// <summary>The NAS answers, and cannot end what it was told to end: the drive keeps it from doing so.</summary>
    StillRunning,

    /// <summary>The host has seen a higher epoch for the run than the order carried, and did nothing.</summary>
    Fenced,

    /// <summary>The NAS answered, but not in words we know.</summary>
    UnexpectedAnswer,
}
