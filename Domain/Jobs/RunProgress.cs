namespace Burnin.Domain.Jobs;

/// <summary>How far a run is. Null is "not known".</summary>
public sealed record RunProgress
{
    /// <summary>Of the whole run, 0 to 100.</summary>
    public required double Percent { get; init; }

    /// <summary>What it does now, in a few words: <c>pass 1 of 4, write</c>, <c>60 % remaining</c>.</summary>
    public string? Phase { get; init; }

    /// <summary>Why it stands still, in a sentence: paused by a person, or too hot. Null where it does not.</summary>
    public string? Held { get; init; }

    /// <summary>An order holds it, whatever heat may do besides.</summary>
    public bool IsPaused { get; init; }

    public long? BytesPerSecond { get; init; }

    /// <summary>Errors so far, of any kind.</summary>
    public long Errors { get; init; }
}
