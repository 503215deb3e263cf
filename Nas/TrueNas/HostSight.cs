using Burnin.Domain.Nases;

namespace Burnin.Nas.TrueNas;

/// <summary>What the host of a NAS showed, or why nothing; neither where no SSH is set up.</summary>
internal sealed record HostSight(Inventory? Inventory, InventoryTrouble? Trouble);
