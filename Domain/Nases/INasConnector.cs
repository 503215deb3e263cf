namespace Burnin.Domain.Nases;

/// <summary>Gives the shared connection to a NAS: one per NAS and process, however many drives use it.</summary>
public interface INasConnector
{
    /// <summary>Never touches the network. Another connection record under a known name replaces the old one.</summary>
    INas Open(NasConnection connection);

    /// <summary>Closes the connection of a NAS that was removed.</summary>
    Task CloseAsync(string nasName);
}
