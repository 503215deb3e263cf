using System.IO.Compression;
using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Smart;

/// <summary>What pages and the API read of a drive's SMART data, over all its jobs and NAS boxes.</summary>
public sealed class SmartHistory
{
    public const int LargestLimit = 200;

    private readonly ReadOnlySqliteDataSource _readers;

    internal SmartHistory(ReadOnlySqliteDataSource readers) => _readers = readers;

    /// <summary>One page, newest first.</summary>
    /// <param name="driveId">Of the drive.</param>
    /// <param name="limit">At most <see cref="LargestLimit"/>.</param>
    /// <param name="before">Only readings older than this one; null for the newest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SmartPage> ListAsync(string driveId, int limit, long? before, CancellationToken cancellationToken)
    {
        var rows = Math.Clamp(limit, 1, LargestLimit);
        var conditions = new Conditions()
            .Where("drive_id = @DriveId", "DriveId", driveId)
            .Where("(taken_at, id) < (SELECT taken_at, id FROM burnin_smart WHERE id = @Before)", "Before", before);
        conditions.Values.Add("Rows", rows + 1);
        var sql = $"SELECT {SmartRow.Columns} FROM burnin_smart {conditions} ORDER BY taken_at DESC, id DESC LIMIT @Rows";

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        SmartRecord[] found = [.. (await connection.QueryAsync<SmartRow>(new CommandDefinition(sql, conditions.Values, cancellationToken: cancellationToken))).Select(row => row.ToRecord())];
        return found.Length > rows ? new SmartPage(found[..rows], found[rows - 1].Id) : new SmartPage(found, null);
    }

    /// <summary>One attribute over time, oldest first. Readings that did not report it are left out.</summary>
    public async Task<IReadOnlyList<SmartAttributePoint>> AttributeAsync(string driveId, int attribute, CancellationToken cancellationToken)
    {
        const string Points = """
            SELECT id AS Id, taken_at AS TakenAt, nas AS Nas, job_id AS JobId, json_extract(facts, @Path) AS Attribute
            FROM burnin_smart WHERE drive_id = @driveId AND json_extract(facts, @Path) IS NOT NULL ORDER BY taken_at, id
            """;

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<SmartAttributeRow>(
            new CommandDefinition(Points, new { driveId, Path = $"$.attributes.\"{attribute}\"" }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToPoint())];
    }

    /// <summary>The output of smartctl itself. Null where the drive has no such reading.</summary>
    public async Task<SmartOutput?> ReadAsync(string driveId, long id, CancellationToken cancellationToken)
    {
        const string Read = """
            SELECT smart.serial AS Serial, smart.taken_at AS TakenAt, evidence.name AS Name, evidence.content AS Content, evidence.sha256 AS Sha256
            FROM burnin_smart AS smart JOIN burnin_evidence AS evidence USING (job_id, stage, name)
            WHERE smart.id = @id AND smart.drive_id = @driveId
            """;

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<SmartOutputRow>(new CommandDefinition(Read, new { driveId, id }, cancellationToken: cancellationToken));
        return row is null ? null : new SmartOutput(
            $"{row.Serial}-{UtcText.Parse(row.TakenAt):yyyyMMdd'T'HHmmss'Z'}{Path.GetExtension(row.Name)}", Expanded(row.Content), row.Sha256);
    }

    private static byte[] Expanded(byte[] content)
    {
        using var brotli = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
        using var text = new MemoryStream();
        brotli.CopyTo(text);
        return text.ToArray();
    }
}
