namespace Burnin.Domain.Smart;

/// <summary>One reading of a drive. What it was read from is the evidence of that job, stage and name.</summary>
public sealed record SmartLogEntry
{
    public required string JobId { get; init; }

    /// <summary>Index of the stage in its job.</summary>
    public required int Stage { get; init; }

    /// <summary>Of the evidence.</summary>
    public required string Name { get; init; }

    public required string DriveId { get; init; }

    public required string Serial { get; init; }

    public required string Model { get; init; }

    public required string Nas { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required SmartReport Report { get; init; }
}
