using Burnin.Domain.Jobs;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Jobs;

internal sealed partial class BurnInJobGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId}: taken over as epoch {Epoch}, at stage {Stage}")]
    private static partial void LogTakenOver(ILogger logger, string jobId, long epoch, StageName? stage);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: another activation has taken it over; this one lets go")]
    private static partial void LogSuperseded(ILogger logger, Exception exception, string jobId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: the host refused epoch {Epoch}, it knows {HostEpoch}; storage decides who goes on")]
    private static partial void LogFenced(ILogger logger, string jobId, long epoch, long hostEpoch);
}
