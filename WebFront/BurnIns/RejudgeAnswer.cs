using System.Collections.Immutable;
using Burnin.Grains.Interfaces;

namespace Burnin.WebFront.BurnIns;

/// <summary>What another policy makes of a burn-in. The verdict itself, repeated here, stays what it was.</summary>
internal sealed record RejudgeAnswer
{
    public required string JobId { get; init; }

    public required string Policy { get; init; }

    public required string Verdict { get; init; }

    public required ImmutableArray<ReasonView> Reasons { get; init; }

    public required string StoredVerdict { get; init; }

    /// <summary>Whether it was kept beside the stored verdict.</summary>
    public required bool Stored { get; init; }
}
