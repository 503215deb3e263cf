using System.Security.Cryptography;

namespace Burnin.History.Backups;

internal static class FileHash
{
    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static async Task<string> OfAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }
}
