using System.Globalization;

namespace Burnin.History.Backups;

/// <summary>How backups, and what is in them, are called.</summary>
internal static class BackupNames
{
    public const string Manifest = "manifest.json";
    public const string Database = "burnin.db";
    public const string Keys = "keys";
    public const string Directory = "backups";
    public const string All = "burnin-*.tar.gz";

    public static string FileName(DateTimeOffset createdAt) =>
        createdAt.UtcDateTime.ToString("'burnin-'yyyyMMdd'T'HHmmssfff'Z.tar.gz'", CultureInfo.InvariantCulture);

    /// <summary>A key as it lies in the archive: one file name, no way out of the directory.</summary>
    public static bool IsKey(string entry) =>
        entry.StartsWith(Keys + "/", StringComparison.Ordinal) && entry[(Keys.Length + 1)..] is { Length: > 0 } name
        && name == Path.GetFileName(name) && name.EndsWith(".xml", StringComparison.Ordinal);
}
