using Microsoft.Extensions.Logging;

namespace Burnin.Nas.TrueNas.Sockets;

internal sealed partial class JsonRpcLink
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Socket {Place}: connected and logged in")]
    private static partial void LogConnected(ILogger logger, string place);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Socket {Place}: connection lost, it is made anew: {Reason}")]
    private static partial void LogLost(ILogger logger, string place, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Socket {Place}: attempt {Attempt} failed: {Reason}")]
    private static partial void LogFailed(ILogger logger, string place, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Socket {Place}: login refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string place, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Socket {Place}: no events of {Collection}: {Reason}")]
    private static partial void LogNotSubscribed(ILogger logger, string place, string collection, string reason);
}
