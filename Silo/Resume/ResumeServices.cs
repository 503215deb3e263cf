namespace Burnin.Silo.Resume;

internal static class ResumeServices
{
    /// <summary>After Orleans, so that the silo answers when these begin.</summary>
    public static IServiceCollection AddResume(this IServiceCollection services)
    {
        services.AddHostedService<ConfiguredFleet>();
        services.AddHostedService<JobSweep>();
        services.AddHostedService<PollerWatchdog>();
        return services;
    }
}
