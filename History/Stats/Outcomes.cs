namespace Burnin.History.Stats;

/// <summary>How many jobs ended in which way.</summary>
public sealed record Outcomes
{
    public long Pass { get; init; }

    public long PassWithNotes { get; init; }

    public long Inconclusive { get; init; }

    public long Fail { get; init; }

    public long Cancelled { get; init; }

    public long Ended => Pass + PassWithNotes + Inconclusive + Fail + Cancelled;

    /// <summary>Of those that said something about the drive: neither inconclusive nor cancelled.</summary>
    public PassRate Rate => new(Pass + PassWithNotes, Pass + PassWithNotes + Fail);
}
