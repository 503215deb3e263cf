namespace Burnin.Domain.Surface;

/// <summary>A segment that the tool went through to its end, with what the tool itself counted.</summary>
public sealed record FinishedSegment
{
    /// <summary>Place in <see cref="SurfacePlan.Segments"/>.</summary>
    public required int Index { get; init; }

    public required SurfaceSegment Segment { get; init; }

    /// <summary>By the clock of the host.</summary>
    public required long StartSecond { get; init; }

    public required long EndSecond { get; init; }

    /// <summary>Zero also with bad blocks: only another number says something, and then that the tool itself failed.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Lines that the tool listed, phantoms included.</summary>
    public required long Listed { get; init; }

    public required long ReadErrors { get; init; }

    public required long WriteErrors { get; init; }

    public required long Mismatches { get; init; }

    public long Errors => ReadErrors + WriteErrors + Mismatches;

    public bool IsClean => ExitCode == 0 && Listed == 0 && Errors == 0;
}
