namespace Burnin.Domain.Smart;

/// <summary>One entry of the ATA error log, numbered over the drive's life, in smartctl's words: <c>Error: UNC at LBA = 0x0aba9500 = 180000000</c>.</summary>
public sealed record AtaError(long Number, long? PowerOnHours, string What, long? Lba);
