using System.Collections.Immutable;

namespace Burnin.Domain.Messages;

/// <summary>Sends mail. It never throws for what a server or a network can do: that is an answer.</summary>
public interface IMailer
{
    /// <summary>All messages in one mail. Sent again, it carries the same Message-ID, so that it can be told apart from a new one.</summary>
    Task<Delivery> SendAsync(MailAccount account, ImmutableArray<Message> messages, CancellationToken cancellationToken);

    /// <summary>All that comes before a mail, and none sent.</summary>
    Task<Delivery> TryAsync(MailAccount account, CancellationToken cancellationToken);
}
