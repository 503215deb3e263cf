using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.BurnIns;

internal sealed partial class FleetCancel
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId}: cancel failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string jobId);
}
