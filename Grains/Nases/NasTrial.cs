using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Grains.Nases;

/// <summary>What became of settings that were tried: one of the two.</summary>
internal sealed record NasTrial(Inventory? Inventory, ConfigureNasResult? Refusal)
{
    /// <summary>For whoever stores the settings then: a part that does not answer refuses them.</summary>
    public NasTrial Whole() => Inventory?.Trouble is { } trouble ? new NasTrial(null, new ConfigureNasResult.Failed(trouble.Fault.Word, trouble.Message)) : this;

    public TryNasResult ToResult() => Inventory is null ? new TryNasResult.Refused(Refusal!) : new TryNasResult.Seen
    {
        Product = Inventory.Product,
        Drives = Inventory.Drives.Length,
        FreeDrives = Inventory.Drives.Count(drive => drive.InUse.IsEmpty),
        HostKey = Inventory.HostKey,
        Capabilities = [.. Inventory.Capabilities.Select(NasSight.ViewOf)],
        Trouble = Inventory.Trouble?.Message,
    };
}
