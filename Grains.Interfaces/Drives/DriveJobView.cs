namespace Burnin.Grains.Interfaces.Drives;

/// <summary>The newest job of a drive, as much of it as a table row shows.</summary>
[GenerateSerializer, Immutable, Alias("burnin.drive-job-view")]
public sealed record DriveJobView
{
    [Id(0)]
    public required string JobId { get; init; }

    /// <summary><c>queued, running, paused, passed, failed, inconclusive, cancelled</c>.</summary>
    [Id(1)]
    public required string State { get; init; }

    /// <summary><c>pass, pass_with_notes, fail, inconclusive</c>; null before the end.</summary>
    [Id(2)]
    public string? Verdict { get; init; }

    [Id(3)]
    public required string Operator { get; init; }

    [Id(4)]
    public required string Profile { get; init; }

    /// <summary>Of the whole job, 0 to 100, weighted by expected duration.</summary>
    [Id(5)]
    public required double Percent { get; init; }

    /// <summary>The stage in hand; null while queued and after the end.</summary>
    [Id(6)]
    public string? Stage { get; init; }

    [Id(7)]
    public double? StagePercent { get; init; }

    /// <summary>What the stage does now, in a few words: <c>pass 1 of 4, write</c>.</summary>
    [Id(8)]
    public string? Phase { get; init; }

    [Id(9)]
    public long? BytesPerSecond { get; init; }

    /// <summary>When it is expected to end; null while nothing is known.</summary>
    [Id(10)]
    public DateTimeOffset? Eta { get; init; }

    /// <summary>1 is next; null when it is not waiting.</summary>
    [Id(11)]
    public int? QueuePosition { get; init; }

    /// <summary>What keeps the job from going on just now, in a sentence; null when nothing does.</summary>
    [Id(12)]
    public string? Trouble { get; init; }

    /// <summary>Errors counted so far.</summary>
    [Id(13)]
    public long Errors { get; init; }

    /// <summary>The weightiest reason of the verdict, in a sentence.</summary>
    [Id(14)]
    public string? Headline { get; init; }

    [Id(15)]
    public required DateTimeOffset CreatedAt { get; init; }

    [Id(16)]
    public DateTimeOffset? StartedAt { get; init; }

    [Id(17)]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Whether a person has asked to cancel it and the proof from the host is still awaited.</summary>
    [Id(18)]
    public bool Cancelling { get; init; }

    [Id(19)]
    public SelfTestView? ShortSmart { get; init; }

    [Id(20)]
    public SelfTestView? LongSmart { get; init; }

    /// <summary>Grows with every report of this job: an older report never replaces a newer one.</summary>
    [Id(21)]
    public required long Revision { get; init; }

    /// <summary>Why it stands still, in a sentence: a person, or heat. Null where nothing holds it.</summary>
    [Id(22)]
    public string? Held { get; init; }

    /// <summary>Who has paused it; null where nobody has. Heat needs nobody, and goes by itself.</summary>
    [Id(23)]
    public string? PausedBy { get; init; }

    /// <summary>How often the surface is gone over in the stage in hand; null in stages that do not.</summary>
    [Id(24)]
    public int? Passes { get; init; }
}
