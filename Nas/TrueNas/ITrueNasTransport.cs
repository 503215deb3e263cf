using System.Text.Json;
using Burnin.Domain.Nases;

namespace Burnin.Nas.TrueNas;

/// <summary>
/// A way to bring calls to the middleware of one NAS: it knows addresses, logins, connections and how answers are wrapped,
/// and nothing of disks. Everything above it is the same for every way, so what differs from release to release is written
/// once, by <see cref="TrueNasRelease"/>.
/// </summary>
/// <remarks>
/// A transport is made from a <see cref="NasConnection"/>, touches the network at the first call, and connects again by
/// itself after whatever broke. It bounds every call in time and every answer in size, and repeats only what
/// <see cref="TrueNasCall.IsSafe"/> allows. Calls come from several threads at a time.
/// It fails with a <see cref="NasException"/> and nothing else: <c>Unreachable</c> where nothing is known and a later call
/// may work; <c>AuthenticationFailed</c> where the key is refused, and then it sends that key no more (a key that is refused
/// again and again locks its owner out; other settings make another transport); <c>UnexpectedAnswer</c> where something
/// answered that is no such NAS.
/// </remarks>
internal interface ITrueNasTransport : IAsyncDisposable
{
    /// <summary>What a capability done this way is called: <c>rest</c>, <c>jsonrpc</c>.</summary>
    string Word { get; }

    /// <summary>Where it goes to, for sentences: <c>https://10.0.0.7</c>.</summary>
    string Place { get; }

    Task<TrueNasAnswer> CallAsync(TrueNasCall call, CancellationToken cancellationToken);

    /// <summary>
    /// Hears the events of a collection (<c>disk.query</c>, <c>core.get_jobs</c>), as the product sends them, until it is
    /// disposed; null where this way has none. Events are news and no truth: they may be lost with a connection, so after
    /// every new one <paramref name="heard"/> is called once with null, which means "look again". Neither blocks nor throws.
    /// </summary>
    IDisposable? Listen(string collection, Action<JsonElement?> heard);
}
