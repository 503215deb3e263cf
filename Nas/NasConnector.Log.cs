using Microsoft.Extensions.Logging;

namespace Burnin.Nas;

internal sealed partial class NasConnector
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "NAS {Name}: the old connection did not close cleanly")]
    private static partial void LogCloseFailed(ILogger logger, string name, Exception failure);
}
