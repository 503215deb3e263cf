using Microsoft.Extensions.Logging;

namespace Burnin.History.Migrations;

internal static partial class SqliteMigrations
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Database {Path}: schema brought up to {Script}")]
    private static partial void LogMigrated(ILogger logger, string path, string script);
}
