using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Jobs;

/// <summary>One stage of a job. State: <c>pending, running, passed, failed, inconclusive, skipped, cancelled</c>.</summary>
[GenerateSerializer, Immutable, Alias("burnin.stage-view")]
public sealed record StageView
{
    [Id(0)]
    public required string Name { get; init; }

    [Id(1)]
    public required string State { get; init; }

    [Id(2)]
    public required double Percent { get; init; }

    [Id(3)]
    public DateTimeOffset? StartedAt { get; init; }

    [Id(4)]
    public DateTimeOffset? FinishedAt { get; init; }

    [Id(5)]
    public required int Attempts { get; init; }

    [Id(6)]
    public required ImmutableArray<ReasonView> Reasons { get; init; }

    /// <summary>The first 1,000 bad blocks, counted in <see cref="BlockBytes"/>.</summary>
    [Id(7)]
    public required ImmutableArray<long> BadBlocks { get; init; }

    [Id(8)]
    public required long BadBlockCount { get; init; }

    [Id(9)]
    public required int BlockBytes { get; init; }

    [Id(10)]
    public long? TestedBytes { get; init; }

    [Id(11)]
    public long? UntestedBytes { get; init; }

    [Id(12)]
    public string? Log { get; init; }

    /// <summary>The name of its run on the host.</summary>
    [Id(13)]
    public string? RunId { get; init; }
}
