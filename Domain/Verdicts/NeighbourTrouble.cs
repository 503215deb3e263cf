namespace Burnin.Domain.Verdicts;

/// <summary>A stage of another drive on the same NAS that ended in trouble.</summary>
public sealed record NeighbourTrouble
{
    public required string DriveId { get; init; }

    /// <summary>For people.</summary>
    public required string DeviceName { get; init; }

    /// <summary>When the stage ended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Of its gravest reason.</summary>
    public required string Code { get; init; }

    /// <summary>Whether data came back other than they were written.</summary>
    public bool HasMismatches { get; init; }
}
