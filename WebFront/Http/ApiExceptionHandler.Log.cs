using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Http;

internal sealed partial class ApiExceptionHandler
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Method} {Path} failed, trace id {TraceId}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string method, string path, string traceId);
}
