namespace Burnin.Grains.Interfaces.Nases;

/// <summary>What a NAS can do, by which way, or why not.</summary>
[GenerateSerializer, Immutable, Alias("burnin.capability-view")]
public sealed record CapabilityView
{
    [Id(0)]
    public required string What { get; init; }

    [Id(1)]
    public string? By { get; init; }

    [Id(2)]
    public string? Note { get; init; }
}
