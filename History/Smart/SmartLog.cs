using System.Buffers;
using System.Text;
using System.Text.Json;
using Burnin.Domain.Smart;
using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Smart;

/// <summary>The readings in burnin_smart: the facts as JSON, the output itself where the evidence has it.</summary>
internal sealed class SmartLog(GatedSqliteDataSource writers) : ISmartLog
{
    private const string Upsert = """
        INSERT INTO burnin_smart (job_id, stage, name, drive_id, serial, model, nas, taken_at, facts)
        VALUES (@JobId, @Stage, @Name, @DriveId, @Serial, @Model, @Nas, @TakenAt, @Facts)
        ON CONFLICT (job_id, stage, name) DO UPDATE
        SET drive_id = excluded.drive_id, serial = excluded.serial, model = excluded.model, nas = excluded.nas,
            taken_at = excluded.taken_at, facts = excluded.facts
        """;

    public async Task RecordAsync(SmartLogEntry entry, CancellationToken cancellationToken)
    {
        var row = new
        {
            entry.JobId,
            entry.Stage,
            entry.Name,
            entry.DriveId,
            entry.Serial,
            entry.Model,
            entry.Nas,
            TakenAt = UtcText.Of(entry.TakenAt),
            Facts = Facts(entry.Report),
        };

        await using var connection = await writers.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Upsert, row, cancellationToken: cancellationToken));
    }

    private static string Facts(SmartReport report)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            SmartReportJson.Write(writer, report);
            SmartReportJson.WriteIndicators(writer, report);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
