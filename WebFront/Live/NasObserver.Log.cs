using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Live;

internal sealed partial class NasObserver
{
    [LoggerMessage(Level = LogLevel.Information, Message = "NAS {Nas}: {How} in what its feed tells, at {Epoch}/{Sequence}; browsers take a new snapshot")]
    private static partial void LogMissed(ILogger logger, string nas, Hearing how, long epoch, long sequence);
}
