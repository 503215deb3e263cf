using Burnin.Grains.Jobs;
using Burnin.Grains.Nases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Burnin.Grains;

public static class BurnInServices
{
    /// <summary>All that the grains need of their own. The ports (<c>INasConnector</c>, <c>IJobLedger</c>, <c>IEvidenceStore</c>, <c>IEvidenceArchive</c>, <c>ISurroundings</c>, <c>IAuditTrail</c>, <c>ISecretSeal</c>) come from elsewhere.</summary>
    public static IServiceCollection AddBurnIn(this IServiceCollection services)
    {
        services.AddOptions<BurnInOptions>()
            .BindConfiguration(BurnInOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BurnInOptions>, BurnInOptionsValidator>();
        services.AddSingleton<IValidateOptions<BurnInOptions>, BurnInLimits>();
        services.AddSingleton<NasVault>();
        services.AddSingleton<NasOpener>();
        services.AddSingleton<AnswerLimit>();
        services.AddSingleton<JobStepRunner>();
        services.AddSingleton<JobOutbox>();
        services.AddSingleton<JobRejudge>();
        return services;
    }
}
