using System.Text.Json;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>Somebody who hears the events of a collection, on every connection that comes, until it is disposed: once that returns, nothing more is told.</summary>
internal sealed class EventListener(string collection, Action<JsonElement?> heard, Action<EventListener> leave) : IDisposable
{
    private readonly Lock _telling = new();
    private bool _hasLeft;

    public string Collection { get; } = collection;

    public void Hear(JsonElement? update)
    {
        lock (_telling)
        {
            if (!_hasLeft)
            {
                heard(update);
            }
        }
    }

    public void Dispose()
    {
        leave(this);
        lock (_telling)
        {
            _hasLeft = true;
        }
    }
}
