namespace Burnin.Grains.Interfaces.Nases;

/// <summary>What became of a request to add or change a NAS. Nothing is stored unless it was accepted.</summary>
[GenerateSerializer, Immutable, Alias("burnin.configure-nas-result")]
public abstract record ConfigureNasResult
{
    private ConfigureNasResult()
    {
    }

    [GenerateSerializer, Immutable, Alias("burnin.configure-nas-result.accepted")]
    public sealed record Accepted([property: Id(0)] NasView Nas) : ConfigureNasResult;

    /// <summary>The settings are wrong in themselves. Field: snake_case name of the first one that is.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.configure-nas-result.invalid")]
    public sealed record Invalid([property: Id(0)] string Field, [property: Id(1)] string Reason) : ConfigureNasResult;

    /// <summary>The NAS was tried and did not answer as it must. Fault: <c>unreachable, authentication_failed, host_key_changed, not_supported, unexpected_answer</c>.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.configure-nas-result.failed")]
    public sealed record Failed([property: Id(0)] string Fault, [property: Id(1)] string Reason) : ConfigureNasResult;

    /// <summary>A NAS of that name is there already, or it has jobs that are not over.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.configure-nas-result.conflict")]
    public sealed record Conflict([property: Id(0)] string Reason) : ConfigureNasResult;
}
