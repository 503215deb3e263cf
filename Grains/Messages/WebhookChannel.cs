using System.Collections.Immutable;
using Burnin.Domain.Messages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Messages;

internal sealed class WebhookChannel(IWebhookCaller caller, IOptionsMonitor<WebhookOptions> options, TimeProvider clock) : IMessageChannel
{
    public const string ChannelName = "webhook";

    public string Name => ChannelName;

    public ChannelPace Pace => ChannelPace.Webhook;

    public bool IsOn => options.CurrentValue.IsOn;

    /// <summary>A report is for people to read: programs ask for what they want to know.</summary>
    public bool Wants(MessageEvent happened) =>
        IsOn && happened != MessageEvent.DailyReport && (options.CurrentValue.Events == WebhookEvents.All || happened.IsTrouble);

    public Task<Delivery> DeliverAsync(ImmutableArray<Message> messages, CancellationToken cancellationToken) =>
        caller.CallAsync(options.CurrentValue.ToTarget(), messages.Single(), cancellationToken);

    public async Task<Delivery> TestAsync(IConfiguration candidate, bool sends, CancellationToken cancellationToken)
    {
        var wished = candidate.GetSection(WebhookOptions.Section).Get<WebhookOptions>() ?? new WebhookOptions();

        // There is nothing before the message that could be tried alone.
        return wished.IsOn
            ? await caller.CallAsync(wished.ToTarget(), Message.TestAt(clock.GetUtcNow()), cancellationToken)
            : Delivery.NotSetUp("There is no address: the webhook is off.");
    }
}
