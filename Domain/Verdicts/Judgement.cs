using Burnin.Domain.Jobs;

namespace Burnin.Domain.Verdicts;

/// <summary>The same evidence under another policy, as a person had it judged.</summary>
public sealed record Judgement
{
    public required string Policy { get; init; }

    public required Verdict Verdict { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool IsSameAs(Judgement other) => (Policy, By, At) == (other.Policy, other.By, other.At);
}
