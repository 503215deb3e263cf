using System.Text.Json;

namespace Burnin.Nas.TrueNas;

/// <summary>Passes on that disks came or went, whichever transport says so, to whoever listens.</summary>
internal sealed class DiskNews
{
    private readonly Lock _gate = new();
    private readonly List<Listener> _listeners = [];

    public IDisposable Listen(Action changed)
    {
        var listener = new Listener(this, changed);
        lock (_gate)
        {
            _listeners.Add(listener);
        }

        return listener;
    }

    /// <summary>Until the transport is closed; nothing where it has no events.</summary>
    public void HearFrom(ITrueNasTransport transport) => transport.Listen("disk.query", Hear);

    /// <summary>Null is a connection made anew: what happened in between, nobody tells. A row that changed is no drive that came or went.</summary>
    private void Hear(JsonElement? update)
    {
        if (update?.Text("msg") is not (null or "added" or "removed"))
        {
            return;
        }

        Listener[] listeners;
        lock (_gate)
        {
            listeners = [.. _listeners];
        }

        foreach (var listener in listeners)
        {
            listener.Changed();
        }
    }

    private void Leave(Listener listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
        }
    }

    private sealed record Listener(DiskNews News, Action Changed) : IDisposable
    {
        public void Dispose() => News.Leave(this);
    }
}
