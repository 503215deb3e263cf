namespace Burnin.Domain.Jobs;

/// <summary>The run in hand. Stored before the NAS is asked for it, and again when the NAS has confirmed it.</summary>
public sealed record JobRun
{
    public required string RunId { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>False: it may or may not have been started, so look before anything else.</summary>
    public bool Confirmed { get; init; }

    /// <summary>What the NAS calls it.</summary>
    public string? Handle { get; init; }

    public RunHold Hold { get; init; }

    /// <summary>Why it is to be ended before its time, in a sentence; null where it is not.</summary>
    public string? StuckWhy { get; init; }

    /// <summary>It was ended for that, with the NAS' proof: what it found until then is still to be fetched.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Since when the NAS says that it cannot be ended.</summary>
    public DateTimeOffset? HangsSince { get; init; }

    /// <summary>How often in a row it was lost without having got any further than ever before.</summary>
    public int FruitlessLosses { get; init; }

    /// <summary>How far it ever was when it was lost, 0 to 100.</summary>
    public double PercentWhenLost { get; init; }
}
