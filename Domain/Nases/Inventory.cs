using System.Collections.Immutable;
using Burnin.Domain.Drives;

namespace Burnin.Domain.Nases;

/// <summary>The drives of one NAS as they are now. Duplicates of a serial are already marked as in use.</summary>
public sealed record Inventory
{
    /// <summary>What runs there, for people: <c>TrueNAS CORE (original contract)</c>, <c>Debian GNU/Linux 12</c>.</summary>
    public required string Product { get; init; }

    public required ImmutableArray<DriveFacts> Drives { get; init; }

    /// <summary>SHA256 fingerprint that the host showed; null where no SSH is used.</summary>
    public string? HostKey { get; init; }

    /// <summary>What this NAS can do, by which way, or why not.</summary>
    public required ImmutableArray<Capability> Capabilities { get; init; }

    /// <summary>What part of the NAS did not answer, where the rest did; null where all did.</summary>
    public InventoryTrouble? Trouble { get; init; }

    /// <summary>Itself, for whoever wants all of it or nothing.</summary>
    /// <exception cref="NasException">A part did not answer.</exception>
    public Inventory Whole() => Trouble is { } trouble ? throw new NasException(trouble.Fault, trouble.Message) : this;
}
