using Burnin.Silo.Configuration;

namespace Burnin.Silo.Access;

internal static class AccessServices
{
    /// <summary>Nobody signs in to a demo.</summary>
    public static IServiceCollection AddFirstAdmin(this IServiceCollection services, BurninProfile profile) =>
        profile.IsDemo ? services : services.AddHostedService<FirstAdmin>();
}
