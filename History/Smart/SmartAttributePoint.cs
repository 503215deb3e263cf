namespace Burnin.History.Smart;

/// <summary>One attribute at one moment. Null is "not reported".</summary>
public sealed record SmartAttributePoint
{
    public required long SnapshotId { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required string Nas { get; init; }

    public required string JobId { get; init; }

    public required string? Name { get; init; }

    /// <summary>Normalised, as are worst and threshold.</summary>
    public required long? Value { get; init; }

    public required long? Worst { get; init; }

    public required long? Threshold { get; init; }

    public required string? RawText { get; init; }

    /// <summary>What is counted.</summary>
    public required long? Decoded { get; init; }
}
