namespace Burnin.Domain.Jobs;

/// <summary>
/// One reason of a verdict. Code: snake_case, stable, for programs. Text: one plain sentence with its numbers.
/// Rule: who said so, a policy with its version (<c>new@1</c>) or the name of the stage's own check.
/// </summary>
public sealed record Reason(string Code, Severity Severity, string Text, string Rule)
{
    /// <summary>The number before the test; null where the reason rests on none, or it was not known.</summary>
    public decimal? Before { get; init; }

    /// <summary>The number that was found.</summary>
    public decimal? After { get; init; }

    /// <summary>What it was held against: the largest, or for speeds and reserves the smallest, that is still fine.</summary>
    public decimal? Limit { get; init; }

    /// <summary>What to do next, in a sentence; null where nothing is to be done.</summary>
    public string? WhatNext { get; init; }
}
