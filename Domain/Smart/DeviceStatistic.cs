namespace Burnin.Domain.Smart;

/// <summary>One ATA device statistic that the drive says is valid.</summary>
public sealed record DeviceStatistic(int Page, int Offset, string Name, long Value);
