using Burnin.Domain.Nases;
using Burnin.Nas.Host;
using Burnin.Nas.Original;
using Burnin.Nas.Shell;
using Burnin.Nas.Ssh;
using Burnin.Nas.TrueNas;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas;

/// <summary>A NAS, and the settings it was made from.</summary>
internal sealed class OpenNas(NasConnection connection, INas nas) : IAsyncDisposable
{
    public NasConnection Connection { get; } = connection;

    public INas Nas { get; } = nas;

    /// <summary>Never touches the network.</summary>
    public static OpenNas Of(NasConnection connection, TimeProvider clock, ILoggerFactory loggers)
    {
        return new OpenNas(connection, connection.Kind switch
        {
            NasKind.Original => new OriginalNas(connection, clock, loggers),
            NasKind.Linux => HostOver(new SshShell(EndpointOf(connection), clock, loggers)),
            NasKind.Local => HostOver(new LocalShell()),
            NasKind.Auto or NasKind.Rest or NasKind.JsonRpc => new TrueNasNas(
                connection, connection.Ssh is { } ssh ? HostOver(new SshShell(ssh, clock, loggers)) : null, clock, loggers),
        });

        HostNas HostOver(IHostShell shell) => new(connection, shell, clock, loggers.CreateLogger<HostNas>());
    }

    public ValueTask DisposeAsync() => Nas is IAsyncDisposable closing ? closing.DisposeAsync() : ValueTask.CompletedTask;

    private static SshEndpoint EndpointOf(NasConnection connection) => connection.Ssh ?? throw new NasException(
        NasFault.NotSupported, $"NAS {connection.Name} has no SSH settings. Enter host, user and key in the settings.");
}
