using Burnin.WebFront.Tests.Fakes;

namespace Burnin.WebFront.Tests.Host;

/// <summary>One front for the tests of a class: starting a cluster takes longer than all of its tests.</summary>
public sealed class FrontFixture : IAsyncLifetime
{
    internal FrontHost Front { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Front = await FrontHost.StartAsync(Showroom.Open());

    public ValueTask DisposeAsync() => Front.DisposeAsync();
}
