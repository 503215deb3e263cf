namespace Burnin.Domain.Smart;

/// <summary>One error counter of the link: its source is <c>sata</c>, where it has an id, or <c>port 1 phy 0</c> of SAS.</summary>
public sealed record PhyCounter(string Source, int? Id, string Name, long Value);
