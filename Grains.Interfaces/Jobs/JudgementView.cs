using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Jobs;

/// <summary>What a policy makes of the stored evidence of a job.</summary>
[GenerateSerializer, Immutable, Alias("burnin.judgement-view")]
public sealed record JudgementView
{
    /// <summary>With its version: <c>used@1</c>.</summary>
    [Id(0)]
    public required string Policy { get; init; }

    /// <summary><c>pass, pass_with_notes, fail, inconclusive</c>.</summary>
    [Id(1)]
    public required string Verdict { get; init; }

    [Id(2)]
    public required ImmutableArray<ReasonView> Reasons { get; init; }

    /// <summary>Who had it stored; null where nobody did.</summary>
    [Id(3)]
    public string? By { get; init; }

    [Id(4)]
    public DateTimeOffset? At { get; init; }
}
