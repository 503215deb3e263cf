namespace Burnin.Domain.Smart;

/// <summary>One row of the ATA attribute table. Raw as the drive counts it, before any vendor's decoding.</summary>
public sealed record SmartAttribute(int Id, string Name, int? Value, int? Worst, int? Threshold, long Raw);
