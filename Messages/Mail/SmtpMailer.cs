using System.Collections.Immutable;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using Burnin.Domain.Messages;
using MailKit;
using MailKit.Security;
using MimeKit;

namespace Burnin.Messages.Mail;

/// <summary>One connection a mail: there are few, and far between.</summary>
internal sealed class SmtpMailer(TimeProvider clock) : IMailer
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    public Task<Delivery> SendAsync(MailAccount account, ImmutableArray<Message> messages, CancellationToken cancellationToken) =>
        WithinLimitAsync(account, Letters.Of(messages).ToMime(account, messages), cancellationToken);

    public Task<Delivery> TryAsync(MailAccount account, CancellationToken cancellationToken) => WithinLimitAsync(account, null, cancellationToken);

    private async Task<Delivery> WithinLimitAsync(MailAccount account, MimeMessage? mail, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Limit, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var steps = new StepLog();
        try
        {
            await TalkAsync(account, mail, steps, limit.Token);
            return new Delivery { Outcome = DeliveryOutcome.Delivered, Steps = steps.Done };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return steps.FailedBy(string.Create(CultureInfo.InvariantCulture, $"no answer within {Limit.TotalSeconds:0} s"));
        }
        catch (Exception failure) when (failure is SocketException or IOException or SslHandshakeException or ServiceNotConnectedException or ServiceNotAuthenticatedException
            or CommandException or ProtocolException or AuthenticationException or NotSupportedException)
        {
            return steps.FailedBy(SmtpFailures.Words(failure));
        }
    }

    private static async Task TalkAsync(MailAccount account, MimeMessage? mail, StepLog steps, CancellationToken cancellationToken)
    {
        // Who revokes certificates is often out of reach from a NAS's network, and a mail must not depend on it.
        using var client = new TolerantSmtpClient
        {
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None || !account.VerifiesTls,
        };
        steps.Begin("connect");
        await client.ConnectAsync(account.Host, account.Port, OptionsOf(account.Mode), cancellationToken);
        steps.End(string.Create(
            CultureInfo.InvariantCulture, $"{account.Host}:{account.Port}, {(client.IsSecure ? $"encrypted ({client.SslProtocol}{(account.VerifiesTls ? "" : ", not verified")})" : "in clear")}"));

        if (account.User.Length > 0)
        {
            steps.Begin("sign in");
            await client.AuthenticateAsync(account.User, account.Password, cancellationToken);
            steps.End($"as {account.User}");
        }

        if (mail is not null)
        {
            steps.Begin("send");
            var answer = await client.SendAsync(mail, cancellationToken);
            steps.End(client.NotAccepted.IsEmpty
                ? $"to {string.Join(", ", account.To)}: {answer}"
                : $"the server did not take {string.Join(", ", client.NotAccepted)}; the others: {answer}");
        }

        // The mail is the server's by now, and a goodbye that goes wrong is none to MailKit: it must not be sent again for that.
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private static SecureSocketOptions OptionsOf(MailMode mode) => mode switch
    {
        MailMode.Starttls => SecureSocketOptions.StartTls,
        MailMode.Tls => SecureSocketOptions.SslOnConnect,
        MailMode.Plain => SecureSocketOptions.None,
    };
}
