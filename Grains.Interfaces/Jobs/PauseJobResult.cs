namespace Burnin.Grains.Interfaces.Jobs;

/// <summary>What became of a wish to pause.</summary>
[GenerateSerializer, Immutable, Alias("burnin.pause-job-result")]
public abstract record PauseJobResult
{
    private PauseJobResult()
    {
    }

    /// <summary>Stored, and nothing is left to be told to the host. Held: what stands still, and what does not, in a sentence.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.pause-job-result.paused")]
    public sealed record Paused([property: Id(0)] string Held) : PauseJobResult;

    /// <summary>Asked for and stored, but the host has not yet proved it. Burnin goes on trying.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.pause-job-result.pausing")]
    public sealed record Pausing([property: Id(0)] string Why) : PauseJobResult;

    /// <summary>Ended, or being cancelled.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.pause-job-result.already-over")]
    public sealed record AlreadyOver([property: Id(0)] string State) : PauseJobResult;

    [GenerateSerializer, Immutable, Alias("burnin.pause-job-result.unknown-job")]
    public sealed record UnknownJob : PauseJobResult;
}
