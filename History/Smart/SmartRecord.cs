using System.Text.Json;

namespace Burnin.History.Smart;

/// <summary>One reading of a drive.</summary>
public sealed record SmartRecord
{
    public required long Id { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required string Nas { get; init; }

    public required string JobId { get; init; }

    /// <summary>Index of the stage in its job.</summary>
    public required long Stage { get; init; }

    /// <summary>Of the evidence that it was read from.</summary>
    public required string Name { get; init; }

    public required string Serial { get; init; }

    public required string Model { get; init; }

    /// <summary>All facts, as <c>explain --json</c> prints them.</summary>
    public required JsonElement Facts { get; init; }
}
