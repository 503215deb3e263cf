namespace Burnin.History.Backups;

/// <summary>A backup that has been made.</summary>
/// <param name="Path">Where it lies, on the machine of the service.</param>
/// <param name="Bytes">As it lies there, compressed.</param>
/// <param name="CreatedAt">The moment whose state it holds.</param>
public sealed record BackupFile(string Path, long Bytes, DateTimeOffset CreatedAt);
