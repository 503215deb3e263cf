namespace Burnin.History.Smart;

/// <summary>A row of burnin_smart with the output that it was read from.</summary>
internal sealed class SmartOutputRow
{
    public required string Serial { get; init; }

    public required string TakenAt { get; init; }

    public required string Name { get; init; }

    public required byte[] Content { get; init; }

    public required string Sha256 { get; init; }
}
