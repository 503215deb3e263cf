using System.Collections.Concurrent;
using Burnin.Domain.Messages;

namespace Burnin.Grains.Tests.Doubles;

/// <summary>Hears every beat.</summary>
internal sealed class FakeHeartbeat : IHeartbeat
{
    public ConcurrentQueue<Uri> Beats { get; } = [];

    public Task<string?> BeatAsync(Uri url, CancellationToken cancellationToken)
    {
        Beats.Enqueue(url);
        return Task.FromResult<string?>(null);
    }
}
