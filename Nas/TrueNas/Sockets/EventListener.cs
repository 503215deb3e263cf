using System.Text.Json;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>Somebody who hears the events of a collection, on every connection that comes, until it is disposed.</summary>
internal sealed class EventListener(string collection, Action<JsonElement?> heard, Action<EventListener> leave) : IDisposable
{
    public string Collection { get; } = collection;

    public void Hear(JsonElement? update) => heard(update);

    public void Dispose() => leave(this);
}
