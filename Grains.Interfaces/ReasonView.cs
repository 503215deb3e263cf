namespace Burnin.Grains.Interfaces;

/// <summary>One reason of a verdict or of a refusal. Severity: <c>note, inconclusive, fail</c>.</summary>
[GenerateSerializer, Immutable, Alias("burnin.reason-view")]
public sealed record ReasonView
{
    [Id(0)]
    public required string Code { get; init; }

    [Id(1)]
    public required string Severity { get; init; }

    [Id(2)]
    public required string Text { get; init; }

    /// <summary>Who said so: a policy with its version, <c>new@1</c>, or the name of a check.</summary>
    [Id(3)]
    public required string Rule { get; init; }

    /// <summary>The number before the test; null where the reason rests on none.</summary>
    [Id(4)]
    public decimal? Before { get; init; }

    /// <summary>The number that was found.</summary>
    [Id(5)]
    public decimal? After { get; init; }

    /// <summary>What it was held against.</summary>
    [Id(6)]
    public decimal? Limit { get; init; }

    /// <summary>What to do next, in a sentence; null where nothing is to be done.</summary>
    [Id(7)]
    public string? WhatNext { get; init; }
}
