using Burnin.Domain.Nases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Burnin.Nas;

/// <summary>The outside world behind the ports.</summary>
public static class NasServices
{
    public static IServiceCollection AddNas(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<INasConnector, NasConnector>();
        return services;
    }
}
