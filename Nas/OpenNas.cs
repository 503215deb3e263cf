using Burnin.Domain.Nases;
using Burnin.Nas.Host;
using Burnin.Nas.Original;
using Burnin.Nas.Shell;
using Burnin.Nas.Ssh;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas;

/// <summary>A NAS, the settings it was made from, and what has to be closed with it.</summary>
internal sealed class OpenNas(NasConnection connection, INas nas, IHostShell? shell) : IAsyncDisposable
{
    public NasConnection Connection { get; } = connection;

    public INas Nas { get; } = nas;

    /// <summary>Never touches the network.</summary>
    public static OpenNas Of(NasConnection connection, TimeProvider clock, ILoggerFactory loggers)
    {
        IHostShell? shell = connection.Kind switch
        {
            NasKind.Original => null,
            NasKind.Linux => new SshShell(EndpointOf(connection), clock, loggers),
            NasKind.Local => new LocalShell(),
        };

        INas nas = shell is null ? new OriginalNas(connection, clock, loggers) : new HostNas(connection, shell, clock, loggers.CreateLogger<HostNas>());
        return new OpenNas(connection, nas, shell);
    }

    public async ValueTask DisposeAsync()
    {
        if (Nas is IAsyncDisposable closing)
        {
            await closing.DisposeAsync();
        }

        await (shell?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static SshEndpoint EndpointOf(NasConnection connection) => connection.Ssh ?? throw new NasException(
        NasFault.NotSupported, $"NAS {connection.Name} has no SSH settings. Enter host, user and key in the settings.");
}
