using System.Text.Json;

namespace Burnin.History.Backups;

/// <summary>What a backup says of itself: enough to know, before anything is replaced, that it is whole.</summary>
internal sealed record BackupManifest
{
    /// <summary>Raised when an older program could not restore what a newer one packs.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    public required int Format { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string BurninVersion { get; init; }

    public required long DatabaseBytes { get; init; }

    /// <summary>Of the database file as it is packed, in lower-case hexadecimal.</summary>
    public required string DatabaseSha256 { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SnakeCase);

    /// <exception cref="JsonException">It is none.</exception>
    public static BackupManifest Parse(Stream json) =>
        JsonSerializer.Deserialize<BackupManifest>(json, SnakeCase) ?? throw new JsonException("The manifest is null.");
}
