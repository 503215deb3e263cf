namespace Burnin.History.Smart;

/// <summary>One number of a drive before and after a burn-in.</summary>
public sealed record SmartLine
{
    /// <summary>Of an ATA attribute; null for what has no number of its own.</summary>
    public int? Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Null: not reported then.</summary>
    public long? Before { get; init; }

    public long? After { get; init; }

    /// <summary>Behind the number: <c>°C, h, %, TB</c>; empty for a count.</summary>
    public string Unit { get; init; } = "";

    /// <summary>As the drive words it, where the number alone does not say it.</summary>
    public string? AfterText { get; init; }

    /// <summary>The drive's own rating of an attribute, from 253 down to its threshold.</summary>
    public int? Normalized { get; init; }

    public int? Threshold { get; init; }

    /// <summary>Whether it tells of the drive's health, rather than of its age or habits.</summary>
    public bool IsWatched { get; init; }

    /// <summary><c>bad, warn, ok</c>, or empty where nobody judges it.</summary>
    public string Tone { get; init; } = "";

    /// <summary>What it counts, and why that matters; null where nothing is known of it.</summary>
    public string? Meaning { get; init; }

    /// <summary>Null where one of the two is not known.</summary>
    public long? Change => After - Before;
}
