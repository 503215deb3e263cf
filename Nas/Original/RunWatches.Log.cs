using Microsoft.Extensions.Logging;

namespace Burnin.Nas.Original;

internal sealed partial class RunWatches
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId}: the listener failed; it will be told again")]
    private static partial void LogListenerFailed(ILogger logger, string runId, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Watched runs could not be looked at")]
    private static partial void LogLookFailed(ILogger logger, Exception failure);
}
