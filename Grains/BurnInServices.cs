using Burnin.Grains.Drives;
using Burnin.Grains.Jobs;
using Burnin.Grains.Messages;
using Burnin.Grains.Nases;
using Burnin.Grains.Settings;
using Burnin.Grains.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Burnin.Grains;

public static class BurnInServices
{
    /// <summary>All that the grains need of their own. The ports (<c>INasConnector</c>, <c>IJobLedger</c>, <c>IEvidenceStore</c>, <c>IEvidenceArchive</c>, <c>ISurroundings</c>, <c>IHeatLog</c>, <c>IAuditTrail</c>, <c>ISecretSeal</c>, <c>IMailer</c>, <c>IWebhookCaller</c>, <c>IHeartbeat</c>) come from elsewhere.</summary>
    public static IServiceCollection AddBurnIn(this IServiceCollection services)
    {
        services.AddSettableOptions<BurnInOptions, BurnInOptionsValidator>(BurnInOptions.Section);
        services.AddSingleton<IValidateOptions<BurnInOptions>, BurnInLimits>();
        services.AddSettableOptions<MailOptions, MailOptionsValidator>(MailOptions.Section);
        services.AddSingleton<IValidateOptions<MailOptions>, MailLimits>();
        services.AddSingleton<IMessageChannel, MailChannel>();
        services.AddSettableOptions<WebhookOptions, WebhookOptionsValidator>(WebhookOptions.Section);
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookLimits>();
        services.AddSingleton<IMessageChannel, WebhookChannel>();
        services.AddSingleton<FixedSettings>();
        services.AddSingleton<SettingsCheck>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<NasVault>();
        services.AddSingleton<NasOpener>();
        services.AddTransient<HeatKeeper>();
        services.AddSingleton<AnswerLimit>();
        services.AddSingleton<NasTrials>();
        services.AddSingleton<NasDrives>();
        services.AddSingleton<DrivePlanner>();
        services.AddSingleton<JobStepRunner>();
        services.AddSingleton<JobOutbox>();
        services.AddSingleton<JobRejudge>();
        return services;
    }
}
