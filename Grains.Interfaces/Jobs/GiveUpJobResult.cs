namespace Burnin.Grains.Interfaces.Jobs;

/// <summary>What became of a wish to give up a job whose end the host does not prove.</summary>
[GenerateSerializer, Immutable, Alias("burnin.give-up-job-result")]
public abstract record GiveUpJobResult
{
    private GiveUpJobResult()
    {
    }

    /// <summary>Over without proof. Why: what keeps the host from giving it. Burnin goes on trying to end the run.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.give-up-job-result.given-up")]
    public sealed record GivenUp([property: Id(0)] string Why) : GiveUpJobResult;

    /// <summary>The host was asked once more, and now has proved that nothing is left running.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.give-up-job-result.cancelled")]
    public sealed record Cancelled : GiveUpJobResult;

    /// <summary>Nobody has asked to cancel it: that comes first.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.give-up-job-result.not-cancelling")]
    public sealed record NotCancelling([property: Id(0)] string State) : GiveUpJobResult;

    [GenerateSerializer, Immutable, Alias("burnin.give-up-job-result.wrong-serial")]
    public sealed record WrongSerial([property: Id(0)] string Expected) : GiveUpJobResult;

    [GenerateSerializer, Immutable, Alias("burnin.give-up-job-result.already-over")]
    public sealed record AlreadyOver([property: Id(0)] string State) : GiveUpJobResult;

    [GenerateSerializer, Immutable, Alias("burnin.give-up-job-result.unknown-job")]
    public sealed record UnknownJob : GiveUpJobResult;
}
