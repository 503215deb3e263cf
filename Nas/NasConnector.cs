using Burnin.Domain.Nases;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas;

/// <summary>One live NAS per name. The same settings give the same object; others replace it, and the old one is closed.</summary>
internal sealed partial class NasConnector(TimeProvider clock, ILoggerFactory loggers) : INasConnector, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OpenNas> _open = [];
    private readonly ILogger _logger = loggers.CreateLogger<NasConnector>();

    public INas Open(NasConnection connection)
    {
        lock (_gate)
        {
            var old = _open.GetValueOrDefault(connection.Name);
            if (old?.Connection == connection)
            {
                return old.Nas;
            }

            // First the new one: settings that make no NAS must not cost the old one.
            var made = OpenNas.Of(connection, clock, loggers);
            _open[connection.Name] = made;
            if (old is not null)
            {
                _ = CloseAsync(old);
            }

            return made.Nas;
        }
    }

    public async Task<Inventory> TryAsync(NasConnection connection, CancellationToken cancellationToken)
    {
        var trial = OpenNas.Of(connection, clock, loggers);
        try
        {
            return await trial.Nas.ReadInventoryAsync(cancellationToken);
        }
        finally
        {
            await CloseAsync(trial);
        }
    }

    public Task CloseAsync(string nasName)
    {
        lock (_gate)
        {
            return _open.Remove(nasName, out var nas) ? CloseAsync(nas) : Task.CompletedTask;
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<OpenNas> left;
        lock (_gate)
        {
            left = [.. _open.Values];
            _open.Clear();
        }

        await Task.WhenAll(left.Select(CloseAsync));
    }

    /// <summary>On the thread pool: closing may wait for a network that is gone.</summary>
    private Task CloseAsync(OpenNas nas) => Task.Run(async () =>
    {
        try
        {
            await nas.DisposeAsync();
        }
        catch (Exception failure)
        {
            LogCloseFailed(_logger, nas.Connection.Name, failure);
        }
    });
}
