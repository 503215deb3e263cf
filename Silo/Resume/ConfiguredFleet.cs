using Burnin.Grains;
using Burnin.Grains.Interfaces;
using Burnin.Silo.Configuration;
using Microsoft.Extensions.Options;

namespace Burnin.Silo.Resume;

/// <summary>Brings what the configuration says about NAS boxes and limits to the grains. A wrong value stops the start.</summary>
internal sealed class ConfiguredFleet(IGrainFactory grains, IConfiguration configuration, IOptions<BurnInOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxParallelFleet;
        await grains.Governor("fleet").SetLimitAsync(limit == 0 ? int.MaxValue : limit);

        foreach (var section in configuration.GetSection(ConfiguredNas.Section).GetChildren())
        {
            var nas = section.Get<ConfiguredNas>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new ConfiguredNas();
            await grains.Nas(section.Key.ToLowerInvariant()).ConfigureAsync(nas.ToSettings());
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
