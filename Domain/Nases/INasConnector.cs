namespace Burnin.Domain.Nases;

/// <summary>Gives the shared connection to a NAS: one per NAS and process, however many drives use it.</summary>
public interface INasConnector
{
    /// <summary>Never touches the network. Another connection record under a known name replaces the old one.</summary>
    INas Open(NasConnection connection);

    /// <summary>One look over a connection of its own, beside the one that is open under that name, if any.</summary>
    /// <exception cref="NasException">It does not work.</exception>
    Task<Inventory> TryAsync(NasConnection connection, CancellationToken cancellationToken);

    /// <summary>Closes the connection of a NAS that was removed.</summary>
    Task CloseAsync(string nasName);
}
