using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Live;

internal sealed partial class NasObserver
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "NAS {Nas}: a change could not be sent to the browsers")]
    private static partial void LogNotSent(ILogger logger, Exception exception, string nas);
}
