using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Heat;

/// <summary>How warm a drive was, hour by hour.</summary>
public sealed class HeatHistory
{
    /// <summary>About three months.</summary>
    public const int MostHours = 24 * 92;

    private const int SecondsInHour = 3600;

    private readonly ReadOnlySqliteDataSource _readers;

    internal HeatHistory(ReadOnlySqliteDataSource readers) => _readers = readers;

    /// <summary>Oldest first, up to and with the hour of the given moment. An hour without a reading is left out.</summary>
    public async Task<IReadOnlyList<HeatPoint>> ReadAsync(string driveId, DateTimeOffset until, int hours, CancellationToken cancellationToken)
    {
        const string Read = """
            SELECT hour AS Hour, least_celsius AS Least, most_celsius AS Most
            FROM burnin_heat WHERE drive_id = @driveId AND hour > @last - @hours AND hour <= @last ORDER BY hour
            """;

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long Hour, int Least, int Most)>(
            new CommandDefinition(Read, new { driveId, last = NumberOf(until), hours }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new HeatPoint(DateTimeOffset.FromUnixTimeSeconds(row.Hour * SecondsInHour), row.Least, row.Most))];
    }

    internal static long NumberOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / SecondsInHour;
}
