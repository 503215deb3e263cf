namespace Burnin.Domain.Jobs;

/// <summary>How far a run is. Null is "not known".</summary>
public sealed record RunProgress
{
    /// <summary>Of the whole run, 0 to 100.</summary>
    public required double Percent { get; init; }

    /// <summary>What it does now, in a few words: <c>0xaa write</c>, <c>60 % remaining</c>.</summary>
    public string? Phase { get; init; }

    public long? BytesPerSecond { get; init; }

    /// <summary>Errors so far, of any kind.</summary>
    public long Errors { get; init; }
}
