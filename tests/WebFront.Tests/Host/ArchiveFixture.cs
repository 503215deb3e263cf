using Burnin.Archive;
using Burnin.WebFront.Tests.Fakes;

[assembly: AssemblyFixture(typeof(Burnin.WebFront.Tests.Host.ArchiveFixture))]

namespace Burnin.WebFront.Tests.Host;

/// <summary>A front with months of history behind it, one for all tests that only read.</summary>
public sealed class ArchiveFixture : IAsyncLifetime
{
    public const int Drawn = 60;

    internal FrontHost Front { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Front = await FrontHost.StartAsync(Showroom.Open());
        await PastHistory.FillAsync(Front.Services, Showroom.Now, Drawn, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Front.DisposeAsync();
}
