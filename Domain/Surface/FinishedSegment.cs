namespace Burnin.Domain.Surface;

/// <summary>A segment that the tool went through to its end, with what the tool itself counted and took.</summary>
public sealed record FinishedSegment
{
    /// <summary>Place in <see cref="SurfacePlan.Segments"/>.</summary>
    public required int Index { get; init; }

    public required SurfaceSegment Segment { get; init; }

    /// <summary>By the clock of the host.</summary>
    public required long StartSecond { get; init; }

    public required long EndSecond { get; init; }

    /// <summary>Of the time between, how long it stood still: paused, or too hot.</summary>
    public long HeldSeconds { get; init; }

    /// <summary>Whether it was gone through to its end; false where the limit of bad blocks was reached on the way.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Lines that the tool listed, phantoms included.</summary>
    public required long Listed { get; init; }

    public required long ReadErrors { get; init; }

    public required long WriteErrors { get; init; }

    public required long Mismatches { get; init; }

    /// <summary>Null where nothing was written, or the tool did not say what it took.</summary>
    public HalfMeasure? Write { get; init; }

    /// <summary>Null where the tool did not say what it took.</summary>
    public HalfMeasure? Read { get; init; }

    /// <summary>The most that the drive showed meanwhile; null where nothing could be read.</summary>
    public int? HottestCelsius { get; init; }

    public long Errors => ReadErrors + WriteErrors + Mismatches;

    public bool IsClean => IsWhole && Listed == 0 && Errors == 0;
}
