using Burnin.Domain.Nases;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Nases;

internal sealed partial class NasGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "NAS {Name}: stored, at {Address}, {Product}")]
    private static partial void LogStored(ILogger logger, string name, string address, string product);

    [LoggerMessage(Level = LogLevel.Information, Message = "NAS {Name}: removed")]
    private static partial void LogRemoved(ILogger logger, string name);

    /// <summary>Once per kind of trouble, not once per poll.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "NAS {Name}: poll failed ({Fault}); its drives are shown as last seen")]
    private static partial void LogPollFailed(ILogger logger, Exception exception, string name, NasFault fault);
}
