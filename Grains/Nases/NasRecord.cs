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

    /// <summary>After a poll: a host that has shown its key is that host from now on. The same record where nothing is new.</summary>
    internal NasRecord With(ImmutableArray<string> drives, string product, string? hostKey)
    {
        var pins = Settings?.Ssh is { HostKey: null } && hostKey is not null;
        return Drives.SequenceEqual(drives) && Product == product && !pins ? this : this with
        {
            Drives = drives,
            Product = product,
            Settings = pins ? Settings! with { Ssh = Settings.Ssh! with { HostKey = hostKey } } : Settings,
        };
    }
}
