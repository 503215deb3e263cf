using System.IO.Compression;
using System.Text;
using Burnin.Domain.Jobs;
using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Evidence;

/// <summary>What pages and the API read of the evidence.</summary>
public sealed class EvidenceHistory : IEvidenceArchive
{
    private readonly ReadOnlySqliteDataSource _readers;

    internal EvidenceHistory(ReadOnlySqliteDataSource readers) => _readers = readers;

    /// <summary>All of a job, by stage and name; empty where nothing was kept.</summary>
    public async Task<IReadOnlyList<EvidenceRecord>> ListAsync(string jobId, CancellationToken cancellationToken)
    {
        const string List = "SELECT stage AS Stage, name AS Name, length AS Length, sha256 AS Sha256 FROM burnin_evidence WHERE job_id = @jobId ORDER BY stage, name";

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<EvidenceRecord>(new CommandDefinition(List, new { jobId }, cancellationToken: cancellationToken))];
    }

    /// <summary>Null where there is no such evidence.</summary>
    public async Task<EvidenceText?> ReadAsync(string jobId, int stage, string name, CancellationToken cancellationToken)
    {
        const string Read = "SELECT content AS Content, sha256 AS Sha256 FROM burnin_evidence WHERE job_id = @jobId AND stage = @stage AND name = @name";

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<(byte[] Content, string Sha256)?>(
            new CommandDefinition(Read, new { jobId, stage, name }, cancellationToken: cancellationToken));
        return row is { } found ? new EvidenceText(Expanded(found.Content), found.Sha256) : null;
    }

    async Task<string?> IEvidenceArchive.ReadAsync(string jobId, int stage, string name, CancellationToken cancellationToken) =>
        await ReadAsync(jobId, stage, name, cancellationToken) is { } text ? Encoding.UTF8.GetString(text.Utf8.Span) : null;

    private static byte[] Expanded(byte[] content)
    {
        using var brotli = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
        using var text = new MemoryStream();
        brotli.CopyTo(text);
        return text.ToArray();
    }
}
