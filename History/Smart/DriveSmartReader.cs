using System.Globalization;
using System.Text.Json;
using Burnin.Domain.Smart;
using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Smart;

/// <summary>Puts together what the page of a drive shows of its SMART data.</summary>
public sealed class DriveSmartReader
{
    /// <summary>Enough for a line to be drawn of: some ten burn-ins.</summary>
    private const int MostReadings = 60;

    private readonly ReadOnlySqliteDataSource _readers;
    private readonly SmartHistory _history;

    internal DriveSmartReader(ReadOnlySqliteDataSource readers, SmartHistory history) => (_readers, _history) = (readers, history);

    public async Task<DriveSmart> ReadAsync(string driveId, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(driveId, cancellationToken);
        if (rows is not [var newest, ..])
        {
            return new DriveSmart();
        }

        // The beginning of the same burn-in; of one that has told only once, the end of the one before.
        var before = rows.LastOrDefault(row => row.JobId == newest.JobId && row.Id != newest.Id) ?? rows.FirstOrDefault(row => row.JobId != newest.JobId);
        return new DriveSmart
        {
            Comparison = SmartLines.Of(await ReportAsync(driveId, before, cancellationToken), await ReportAsync(driveId, newest, cancellationToken)),
            Before = before?.ToMoment(),
            Now = newest.ToMoment(),
            Trends = TrendsOf(rows),
        };
    }

    /// <summary>Newest first.</summary>
    private async Task<IReadOnlyList<Row>> RowsAsync(string driveId, CancellationToken cancellationToken)
    {
        const string Read = """
            SELECT id AS Id, job_id AS JobId, taken_at AS TakenAt, json_extract(facts, '$.attributes') AS Attributes
            FROM burnin_smart WHERE drive_id = @driveId ORDER BY taken_at DESC, id DESC LIMIT @MostReadings
            """;

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<Row>(new CommandDefinition(Read, new { driveId, MostReadings }, cancellationToken: cancellationToken))];
    }

    /// <summary>Read anew from the output that was kept, as everywhere: a better reader needs no new test.</summary>
    private async Task<SmartReport?> ReportAsync(string driveId, Row? row, CancellationToken cancellationToken) =>
        row is not null && await _history.ReadAsync(driveId, row.Id, cancellationToken) is { } output
            && SmartReports.Read(output.Utf8.Span) is { Kind: SmartReportKind.Report } report
            ? report
            : null;

    private static Dictionary<int, IReadOnlyList<long>> TrendsOf(IReadOnlyList<Row> rows)
    {
        var trends = new Dictionary<int, List<long>>();
        foreach (var row in rows.Reverse())
        {
            foreach (var (id, value) in row.Values())
            {
                (trends.TryGetValue(id, out var known) ? known : trends[id] = []).Add(value);
            }
        }

        return trends.ToDictionary(pair => pair.Key, IReadOnlyList<long> (pair) => pair.Value);
    }

    private sealed class Row
    {
        public required long Id { get; init; }

        public required string JobId { get; init; }

        public required string TakenAt { get; init; }

        /// <summary>Null for a drive that has no such table.</summary>
        public string? Attributes { get; init; }

        public SmartMoment ToMoment() => new(Id, UtcText.Parse(TakenAt));

        public IEnumerable<(int Id, long Value)> Values()
        {
            if (Attributes is null)
            {
                yield break;
            }

            foreach (var attribute in JsonElement.Parse(Attributes).EnumerateObject())
            {
                if (int.TryParse(attribute.Name, CultureInfo.InvariantCulture, out var id)
                    && attribute.Value.TryGetProperty("decoded", out var value) && value.ValueKind == JsonValueKind.Number)
                {
                    yield return (id, value.GetInt64());
                }
            }
        }
    }
}
