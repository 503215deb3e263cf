using Burnin.Domain.Messages;
using Burnin.Messages.Mail;
using Burnin.Messages.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Burnin.Messages;

/// <summary>How people are told: the ways out of the house.</summary>
public static class MessageServices
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddSingleton<IMailer, SmtpMailer>();
        services.AddSingleton<IWebhookCaller, WebhookCaller>();
        services.AddSingleton<IHeartbeat, Heartbeat>();
        return services;
    }
}
