using System.Collections.Immutable;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Boxes;

/// <summary>The keys of a box: one that may do all, one that only reads, one that may see disks, one that is too old, one for a single call.</summary>
internal static class BoxKeys
{
    public const string FullAdmin = "FULL_ADMIN";
    public const string ReadOnlyAdmin = "READONLY_ADMIN";

    public const string AdminUser = "burnin";

    private const int Length = 64;

    public static ImmutableArray<ApiKey> Of(string full, DateTimeOffset now) =>
    [
        Made(1, AdminUser, FullAdmin) with { Text = full },
        Made(2, "reader", ReadOnlyAdmin) with { Allowed = [("GET", "*"), ("CALL", "*"), ("SUBSCRIBE", "*")] },
        Made(3, "viewer", "DISK_READ") with { Allowed = [("GET", "/disk"), ("CALL", "disk.query")] },
        Made(4, "former", FullAdmin) with { ExpiresAt = now.AddDays(-1) },
    ];

    /// <summary>As the product makes them: the number of the key, and 64 letters and digits.</summary>
    public static string Text(int id)
    {
        var letters = string.Concat(Enumerable.Range(0, 8).Select(part => SerialNumbers.Uuid($"key/{id}/{part}").Replace("-", "", StringComparison.Ordinal)));

        return $"{id}-{letters[..Length]}";
    }

    private static ApiKey Made(int id, string user, string role) => new() { Id = id, Text = Text(id), User = user, Roles = [role] };
}
