using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Messages;

internal sealed partial class NotifierGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Messages by {Channel}: {Count} delivered: {Headline}")]
    private static partial void LogDelivered(ILogger logger, string channel, int count, string headline);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages by {Channel}: attempt {Attempt} failed, tried again later: {Why}")]
    private static partial void LogFailed(ILogger logger, string channel, int attempt, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages by {Channel}: {Count} given up: {Why}")]
    private static partial void LogGivenUp(ILogger logger, string channel, long count, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages by {Channel}: a delivery failed in a way nobody foresaw")]
    private static partial void LogUnforeseen(ILogger logger, Exception exception, string channel);
}
