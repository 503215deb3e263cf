using Burnin.Silo.Configuration;

namespace Burnin.Silo.Demo;

internal static class DemoServices
{
    public static IServiceCollection AddDemo(this IServiceCollection services, BurninProfile profile)
    {
        if (profile.IsDemo)
        {
            services.AddSingleton(profile);
            services.AddHostedService<DemoFleet>();
        }

        return services;
    }
}
