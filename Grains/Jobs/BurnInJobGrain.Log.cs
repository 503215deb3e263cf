using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Jobs;

internal sealed partial class BurnInJobGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: another activation has taken it over; this one lets go")]
    private static partial void LogSuperseded(ILogger logger, Exception exception, string jobId);
}
