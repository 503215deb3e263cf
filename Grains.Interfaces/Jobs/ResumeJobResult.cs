namespace Burnin.Grains.Interfaces.Jobs;

/// <summary>What became of a wish to resume.</summary>
[GenerateSerializer, Immutable, Alias("burnin.resume-job-result")]
public abstract record ResumeJobResult
{
    private ResumeJobResult()
    {
    }

    /// <summary>It goes on. State as a job has it: <c>paused</c> where heat still holds it.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.resume-job-result.resumed")]
    public sealed record Resumed([property: Id(0)] string State) : ResumeJobResult;

    /// <summary>Asked for and stored, but the host has not yet let the run go on. Burnin goes on trying.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.resume-job-result.resuming")]
    public sealed record Resuming([property: Id(0)] string Why) : ResumeJobResult;

    /// <summary>No person has paused it. Held: what else holds it; null where nothing does.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.resume-job-result.not-paused")]
    public sealed record NotPaused([property: Id(0)] string? Held) : ResumeJobResult;

    /// <summary>Ended, or being cancelled.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.resume-job-result.already-over")]
    public sealed record AlreadyOver([property: Id(0)] string State) : ResumeJobResult;

    [GenerateSerializer, Immutable, Alias("burnin.resume-job-result.unknown-job")]
    public sealed record UnknownJob : ResumeJobResult;
}
