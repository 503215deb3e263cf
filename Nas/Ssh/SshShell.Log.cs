using Microsoft.Extensions.Logging;

namespace Burnin.Nas.Ssh;

internal sealed partial class SshShell
{
    [LoggerMessage(Level = LogLevel.Information, Message = "SSH {Place}: connected as {User}, host key {HostKey}")]
    private static partial void LogConnected(ILogger logger, string place, string user, string? hostKey);

    [LoggerMessage(Level = LogLevel.Debug, Message = "SSH {Place}: not reached: {Reason}")]
    private static partial void LogUnreached(ILogger logger, string place, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "SSH {Place}: refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string place, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "SSH {Place}: connection given up, the next command connects anew: {Reason}")]
    private static partial void LogGivenUp(ILogger logger, string place, string reason);
}
