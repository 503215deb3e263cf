namespace Burnin.Domain.Jobs;

/// <summary>Where the run in hand stands between a person's pause and resume. Stored before the NAS is told.</summary>
public enum RunHold
{
    None,

    /// <summary>The NAS is to be told, or has been told and has not proved it.</summary>
    Wanted,

    /// <summary>The NAS has proved that it stands still.</summary>
    Held,

    /// <summary>A run of this kind cannot stand still: it goes on to its end.</summary>
    Impossible,

    /// <summary>It may stand still on the NAS, and is to go on.</summary>
    Releasing,
}
