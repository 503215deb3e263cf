using Microsoft.Extensions.Logging;

namespace Burnin.History.Sqlite;

public sealed partial class GatedSqliteDataSource
{
    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Database: a transaction that nobody had ended was rolled back, the {Count}. since the start; what it had written is lost")]
    private static partial void LogHealed(ILogger logger, long count);
}
