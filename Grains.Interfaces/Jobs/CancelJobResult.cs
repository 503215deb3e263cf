namespace Burnin.Grains.Interfaces.Jobs;

/// <summary>What became of a wish to cancel.</summary>
[GenerateSerializer, Immutable, Alias("burnin.cancel-job-result")]
public abstract record CancelJobResult
{
    private CancelJobResult()
    {
    }

    /// <summary>Stopped, with the host's proof that nothing of it is left running.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.cancel-job-result.cancelled")]
    public sealed record Cancelled : CancelJobResult;

    /// <summary>Asked for and stored, but the host has not yet proved it. Burnin goes on trying.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.cancel-job-result.cancelling")]
    public sealed record Cancelling([property: Id(0)] string Why) : CancelJobResult;

    [GenerateSerializer, Immutable, Alias("burnin.cancel-job-result.already-over")]
    public sealed record AlreadyOver([property: Id(0)] string State) : CancelJobResult;

    [GenerateSerializer, Immutable, Alias("burnin.cancel-job-result.unknown-job")]
    public sealed record UnknownJob : CancelJobResult;
}
