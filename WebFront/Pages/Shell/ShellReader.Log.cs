using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Pages.Shell;

internal sealed partial class ShellReader
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Page: the names of the NAS boxes could not be read, the picker stays empty")]
    private static partial void LogNamesUnread(ILogger logger, Exception exception);
}
