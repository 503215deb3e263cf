using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Commands;

internal sealed partial class CommandAuditFilter
{
    [LoggerMessage(Level = LogLevel.Critical, Message = "Audit row of {Action} by {Actor} could not be written: {Detail}")]
    private static partial void LogNotRecorded(ILogger logger, Exception exception, string action, string actor, string detail);
}
