namespace Burnin.Grains.Interfaces.Nases;

/// <summary>How a NAS is doing, as the last poll saw it.</summary>
[GenerateSerializer, Immutable, Alias("burnin.nas-status")]
public sealed record NasStatus
{
    /// <summary><c>connecting, ok, paused, unreachable, authentication_failed, host_key_changed, not_supported, unexpected_answer</c>.</summary>
    [Id(0)]
    public required string Health { get; init; }

    /// <summary>What happened and what to do; null while it is well.</summary>
    [Id(1)]
    public string? Message { get; init; }

    /// <summary>Last poll that succeeded since this service started.</summary>
    [Id(2)]
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Whether what is shown is older than the stale limit.</summary>
    [Id(3)]
    public required bool Stale { get; init; }

    [Id(4)]
    public string? Product { get; init; }

    [Id(5)]
    public required int Running { get; init; }

    [Id(6)]
    public required int Queued { get; init; }

    [Id(7)]
    public required int MaxParallel { get; init; }
}
