namespace Burnin.Domain.Messages;

/// <summary>How a NAS is doing, as far as those want to know who do not look.</summary>
public sealed record NasSeen
{
    public required string Name { get; init; }

    /// <summary>When it last answered, or since when we listen.</summary>
    public required DateTimeOffset HeardAt { get; init; }

    /// <summary><c>ok, unreachable, authentication_failed</c> ...</summary>
    public required string Health { get; init; }

    /// <summary>What happened and what to do; null while it is well.</summary>
    public string? Trouble { get; init; }

    /// <summary>A person wants it to be left alone: it is not expected to answer.</summary>
    public bool IsPaused { get; init; }

    public required int Drives { get; init; }

    public required int Running { get; init; }

    public required int Queued { get; init; }
}
