using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Heat;

/// <summary>The hours in burnin_heat. What is older than the longest curve goes when its drive is seen again; of one that has left, all stays.</summary>
internal sealed class HeatLog(GatedSqliteDataSource writers) : IHeatLog
{
    private const string Upsert = """
        INSERT INTO burnin_heat (drive_id, hour, least_celsius, most_celsius)
        VALUES (@DriveId, @Hour, @LeastCelsius, @MostCelsius)
        ON CONFLICT (drive_id, hour) DO UPDATE
        SET least_celsius = min(least_celsius, excluded.least_celsius), most_celsius = max(most_celsius, excluded.most_celsius)
        """;

    private const string Forget = "DELETE FROM burnin_heat WHERE drive_id = @DriveId AND hour < @Hour - @MostHours";

    public async Task RecordAsync(ImmutableArray<HeatHour> hours, CancellationToken cancellationToken)
    {
        var rows = hours.Select(each => new { each.DriveId, Hour = HeatHistory.NumberOf(each.Hour), each.LeastCelsius, each.MostCelsius, HeatHistory.MostHours }).ToList();
        await using var connection = await writers.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Upsert, rows, transaction, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(Forget, rows, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }
}
