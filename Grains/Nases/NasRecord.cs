using System.Collections.Immutable;

namespace Burnin.Grains.Nases;

/// <summary>What a NAS grain stores. Its JSON is a contract.</summary>
public sealed record NasRecord
{
    /// <summary>Null: no NAS of this name was added.</summary>
    public SealedNas? Settings { get; init; }

    /// <summary>Ids of the drives that were seen here last.</summary>
    public ImmutableArray<string> Drives { get; init; } = [];

    public string? Product { get; init; }
}
