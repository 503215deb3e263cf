namespace Burnin.History.Jobs;

/// <summary>Which jobs to list, in which order. What is null does not matter.</summary>
public sealed record JobFilter
{
    public const int LargestLimit = 500;

    public string? State { get; init; }

    public string? Verdict { get; init; }

    public string? Nas { get; init; }

    public string? DriveId { get; init; }

    public string? Profile { get; init; }

    /// <summary>Any part of it, in upper or lower case.</summary>
    public string? Serial { get; init; }

    /// <summary>Any part of it, in upper or lower case.</summary>
    public string? Model { get; init; }

    /// <summary>Any part of it, in upper or lower case.</summary>
    public string? Operator { get; init; }

    /// <summary>Words that all occur somewhere in what is known of the job, its reasons included.</summary>
    public string? Text { get; init; }

    /// <summary>Created at this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Created before this moment.</summary>
    public DateTimeOffset? To { get; init; }

    public JobOrder Order { get; init; } = JobOrder.Newest;

    /// <summary>Rows of one page, 1 to <see cref="LargestLimit"/>; beyond is cut to that.</summary>
    public int Limit { get; init; } = 50;

    /// <summary><see cref="JobPage.Next"/> of the page before. A job that is not there begins an empty page.</summary>
    public string? Before { get; init; }

    /// <summary><see cref="JobPage.Previous"/> of the page after; wins over <see cref="Before"/>.</summary>
    public string? After { get; init; }
}
