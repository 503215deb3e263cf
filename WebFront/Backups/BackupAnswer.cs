using Burnin.History.Backups;

namespace Burnin.WebFront.Backups;

/// <param name="Path">Where it lies, on the machine of the service.</param>
/// <param name="Bytes">As it lies there, compressed.</param>
/// <param name="CreatedAt">The moment whose state it holds.</param>
internal sealed record BackupAnswer(string Path, long Bytes, DateTimeOffset CreatedAt)
{
    public static BackupAnswer Of(BackupFile file) => new(file.Path, file.Bytes, file.CreatedAt);
}
