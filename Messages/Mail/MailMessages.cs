using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Burnin.Domain.Messages;
using MimeKit;

namespace Burnin.Messages.Mail;

/// <summary>A letter as it goes over the wire.</summary>
internal static class MailMessages
{
    extension(Letter letter)
    {
        public MimeMessage ToMime(MailAccount account, ImmutableArray<Message> messages)
        {
            var from = MailboxAddress.Parse(account.From);
            var mail = new MimeMessage
            {
                Subject = letter.Subject,
                Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody(),
                Date = messages.Max(message => message.At),
                MessageId = $"{Fingerprint(messages)}@{from.Domain}",
            };
            mail.From.Add(from);
            mail.To.AddRange(account.To.Select(MailboxAddress.Parse));

            // Nobody's out-of-office reply is wanted (RFC 3834).
            mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
            mail.Headers.Add("X-Burnin-Event", string.Join(", ", messages.Select(message => message.Event.Wire).Distinct()));
            return mail;
        }
    }

    /// <summary>Of the events, so that a mail which is sent again after a crash is known to be the same one.</summary>
    private static string Fingerprint(ImmutableArray<Message> messages) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', messages.Select(message => message.Id)))))[..32];
}
