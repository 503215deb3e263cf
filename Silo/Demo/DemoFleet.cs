using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Nases;
using Burnin.MockTrueNas;
using Burnin.Silo.Configuration;

namespace Burnin.Silo.Demo;

/// <summary>A pretend NAS with fifteen drives in this process, spoken to over HTTP like any other.</summary>
internal sealed class DemoFleet(BurninProfile profile, IGrainFactory grains, TimeProvider clock) : IHostedService, IAsyncDisposable
{
    private const string Name = "demo";
    private const int MaxParallel = 4;

    private MockNas? _nas;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _nas = await MockNas.StartAsync(new MockNasOptions { Name = Name, SpeedUp = profile.DemoSpeedUp, Port = 0 }, clock, cancellationToken);
        await grains.Nas(Name).ConfigureAsync(new NasSettings
        {
            Kind = "original",
            Url = _nas.BaseUrl.ToString(),
            ApiKey = MockNasOptions.DefaultApiKey,
            MaxParallel = MaxParallel,
            SpeedUp = profile.DemoSpeedUp,
        });
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _nas?.DisposeAsync() ?? ValueTask.CompletedTask;
}
