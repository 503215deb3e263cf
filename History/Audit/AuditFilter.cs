namespace Burnin.History.Audit;

/// <summary>Which rows of the trail to list. What is null does not matter.</summary>
public sealed record AuditFilter
{
    /// <summary>Any part of it, in upper or lower case.</summary>
    public string? Actor { get; init; }

    public string? Action { get; init; }

    public string? DriveId { get; init; }

    public string? JobId { get; init; }

    public string? Nas { get; init; }

    public string? Outcome { get; init; }

    /// <summary>Words that all occur somewhere in the row.</summary>
    public string? Text { get; init; }

    /// <summary>At this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this moment.</summary>
    public DateTimeOffset? To { get; init; }
}
