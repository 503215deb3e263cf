using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Pages.Jobs;

internal sealed partial class JobReader
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: could not be asked, its page shows what was recorded")]
    private static partial void LogNotAsked(ILogger logger, Exception exception, string jobId);
}
