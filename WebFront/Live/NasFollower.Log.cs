using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Live;

internal sealed partial class NasFollower
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Fleet could not be read; the live view shows no new NAS until it can")]
    private static partial void LogFleetUnread(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "NAS {Nas}: its feed could not be listened to; trying again")]
    private static partial void LogNotRenewed(ILogger logger, Exception exception, string nas);

    [LoggerMessage(Level = LogLevel.Debug, Message = "NAS {Nas}: its feed could not be told that nobody listens any more")]
    private static partial void LogNotUnsubscribed(ILogger logger, Exception exception, string nas);
}
