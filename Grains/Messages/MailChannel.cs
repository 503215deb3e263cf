using System.Collections.Immutable;
using Burnin.Domain.Messages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Messages;

internal sealed class MailChannel(IMailer mailer, IOptionsMonitor<MailOptions> options, TimeProvider clock) : IMessageChannel
{
    public const string ChannelName = "mail";

    public string Name => ChannelName;

    public ChannelPace Pace => ChannelPace.Mail;

    public bool IsOn => options.CurrentValue.IsOn;

    public bool Wants(MessageEvent happened) => IsOn && happened switch
    {
        MessageEvent.BurninFailed or MessageEvent.BurninInconclusive => options.CurrentValue.AlertOnFail,
        MessageEvent.BurninPassed => options.CurrentValue.AlertOnPass,
        MessageEvent.NasSilent or MessageEvent.NasBack or MessageEvent.BurninAway => options.CurrentValue.AlertOnSilence,
        MessageEvent.DailyReport => options.CurrentValue.Report,
        MessageEvent.BurninCancelled or MessageEvent.Test => false,
    };

    public Task<Delivery> DeliverAsync(ImmutableArray<Message> messages, CancellationToken cancellationToken) =>
        mailer.SendAsync(options.CurrentValue.ToAccount(), messages, cancellationToken);

    public async Task<Delivery> TestAsync(IConfiguration candidate, bool sends, CancellationToken cancellationToken)
    {
        var wished = candidate.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions();
        return !wished.IsOn ? Delivery.NotSetUp("There is no mail server: e-mail is off.")
            : sends ? await mailer.SendAsync(wished.ToAccount(), [Message.TestAt(clock.GetUtcNow())], cancellationToken)
            : await mailer.TryAsync(wished.ToAccount(), cancellationToken);
    }
}
