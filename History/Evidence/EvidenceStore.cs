using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Burnin.Domain.Jobs;
using Burnin.Domain.Speed;
using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Evidence;

/// <summary>The evidence in burnin_evidence: UTF-8, compressed with Brotli, with the hash of the text itself.</summary>
internal sealed class EvidenceStore(GatedSqliteDataSource writers) : IEvidenceStore
{
    private const string Upsert = """
        INSERT INTO burnin_evidence (job_id, stage, name, length, sha256, content)
        VALUES (@JobId, @Stage, @Name, @Length, @Sha256, @Content)
        ON CONFLICT (job_id, stage, name) DO UPDATE
        SET length = excluded.length, sha256 = excluded.sha256, content = excluded.content
        """;

    private const string UpsertCurve = """
        INSERT INTO burnin_speed_curve (job_id, stage, curve) VALUES (@JobId, @Stage, @Text)
        ON CONFLICT (job_id, stage) DO UPDATE SET curve = excluded.curve
        """;

    public async Task KeepAsync(string jobId, int stage, StageEvidence evidence, CancellationToken cancellationToken)
    {
        // Compressed before the gate is asked for: who waits there waits for the disk alone.
        var text = Encoding.UTF8.GetBytes(evidence.Text);
        var row = new
        {
            JobId = jobId,
            Stage = stage,
            evidence.Name,
            Length = text.LongLength,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(text)),
            Content = Compressed(text),
        };

        await using var connection = await writers.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Upsert, row, transaction, cancellationToken: cancellationToken));
        if (evidence.Name == SpeedCurveJson.EvidenceName && SpeedCurveJson.TryRead(text) is not null)
        {
            await connection.ExecuteAsync(new CommandDefinition(UpsertCurve, new { JobId = jobId, Stage = stage, evidence.Text }, transaction, cancellationToken: cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static byte[] Compressed(byte[] text)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
        {
            brotli.Write(text);
        }

        return compressed.ToArray();
    }
}
