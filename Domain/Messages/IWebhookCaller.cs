namespace Burnin.Domain.Messages;

/// <summary>Calls webhooks. It never throws for what a server or a network can do: that is an answer.</summary>
public interface IWebhookCaller
{
    /// <summary>Called again, it carries the same id, so that it can be told apart from a new one.</summary>
    Task<Delivery> CallAsync(WebhookTarget target, Message message, CancellationToken cancellationToken);
}
