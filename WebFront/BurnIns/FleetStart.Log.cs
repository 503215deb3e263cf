using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.BurnIns;

internal sealed partial class FleetStart
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Drive {DriveId}: start failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string driveId);
}
