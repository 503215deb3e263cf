using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Burnin.Messages.Mail;

/// <summary>What went wrong with a mail server, for whoever has to mend it.</summary>
internal static class SmtpFailures
{
    public static string Words(Exception failure) => failure switch
    {
        SocketException socket => socket.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => "nothing listens there; check host, port and mode",
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "there is no server of this name",
            _ => socket.Message,
        },
        SslHandshakeException => "no encryption could be agreed on. Either the certificate of the server is not trusted here, or the mode is another one "
            + "(STARTTLS is usual on port 587, TLS on 465).",
        AuthenticationException refused => $"the server did not accept user and password: {refused.Message}",
        SmtpCommandException command => $"{(int)command.StatusCode} {command.Message}",
        SmtpProtocolException => $"the server broke off or does not speak SMTP there: {failure.Message}",
        NotSupportedException => $"the server does not offer this: {failure.Message}",
        _ => failure.Message,
    };
}
