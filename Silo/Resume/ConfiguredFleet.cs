using Burnin.Grains.Interfaces;
using Burnin.Silo.Configuration;

namespace Burnin.Silo.Resume;

/// <summary>Brings what the configuration says about NAS boxes to the grains. A wrong value stops the start.</summary>
internal sealed class ConfiguredFleet(IGrainFactory grains, IConfiguration configuration) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var section in configuration.GetSection(ConfiguredNas.Section).GetChildren())
        {
            var nas = section.Get<ConfiguredNas>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new ConfiguredNas();
            await grains.Nas(section.Key.ToLowerInvariant()).ConfigureAsync(nas.ToSettings());
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
