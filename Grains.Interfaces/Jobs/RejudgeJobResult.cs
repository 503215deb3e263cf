namespace Burnin.Grains.Interfaces.Jobs;

/// <summary>What became of a wish to judge a job again.</summary>
[GenerateSerializer, Immutable, Alias("burnin.rejudge-job-result")]
public abstract record RejudgeJobResult
{
    private RejudgeJobResult()
    {
    }

    /// <summary>Verdict: the stored one, which stays what it was.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.rejudge-job-result.judged")]
    public sealed record Judged([property: Id(0)] JudgementView Judgement, [property: Id(1)] string Verdict) : RejudgeJobResult;

    /// <summary>There is nothing to judge before the end, and nothing after a cancel.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.rejudge-job-result.no-verdict")]
    public sealed record NoVerdict([property: Id(0)] string State) : RejudgeJobResult;

    [GenerateSerializer, Immutable, Alias("burnin.rejudge-job-result.unknown-policy")]
    public sealed record UnknownPolicy([property: Id(0)] string Known) : RejudgeJobResult;

    [GenerateSerializer, Immutable, Alias("burnin.rejudge-job-result.unknown-job")]
    public sealed record UnknownJob : RejudgeJobResult;
}
