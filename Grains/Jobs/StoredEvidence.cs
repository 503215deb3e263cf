namespace Burnin.Grains.Jobs;

/// <summary>What a stage's result rests on, on its way to the evidence store.</summary>
/// <param name="Stage">Index of the stage in its job.</param>
/// <param name="Name">Of a file, unique in its stage.</param>
/// <param name="Text">As it came, or cut where it was too long.</param>
public sealed record StoredEvidence(int Stage, string Name, string Text)
{
    /// <summary>Set: it is a drive's SMART data, and goes to the history of the drive as well.</summary>
    public DateTimeOffset? SmartTakenAt { get; init; }
}
