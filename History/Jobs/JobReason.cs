namespace Burnin.History.Jobs;

/// <summary>One reason of a verdict. Severity: <c>note, inconclusive, fail</c>.</summary>
public sealed record JobReason(string Code, string Severity, string Text, string Rule)
{
    /// <summary>The number before the test; null where the reason rests on none.</summary>
    public decimal? Before { get; init; }

    /// <summary>The number that was found.</summary>
    public decimal? After { get; init; }

    /// <summary>What it was held against.</summary>
    public decimal? Limit { get; init; }

    /// <summary>What to do next, in a sentence.</summary>
    public string? WhatNext { get; init; }
}
