namespace Burnin.WebFront.Backups;

/// <param name="Backups">Newest first.</param>
internal sealed record BackupList(IReadOnlyList<BackupAnswer> Backups);
