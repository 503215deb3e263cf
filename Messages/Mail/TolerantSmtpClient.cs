using System.Collections.Immutable;
using MailKit.Net.Smtp;
using MimeKit;

namespace Burnin.Messages.Mail;

/// <summary>One address that a server does not know must not keep the mail from the others.</summary>
internal sealed class TolerantSmtpClient : SmtpClient
{
    public ImmutableArray<string> NotAccepted { get; private set; } = [];

    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        NotAccepted = NotAccepted.Add($"{mailbox.Address} ({(int)response.StatusCode} {response.Response})");

    protected override void OnNoRecipientsAccepted(MimeMessage message) =>
        throw new SmtpCommandException(SmtpErrorCode.RecipientNotAccepted, SmtpStatusCode.MailboxUnavailable, $"no address was accepted: {string.Join("; ", NotAccepted)}");
}
