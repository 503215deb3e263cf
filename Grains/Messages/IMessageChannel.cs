using System.Collections.Immutable;
using Burnin.Domain.Messages;
using Microsoft.Extensions.Configuration;

namespace Burnin.Grains.Messages;

/// <summary>One way to tell people something, as it is set up now.</summary>
internal interface IMessageChannel
{
    /// <summary>The name of its notifier.</summary>
    string Name { get; }

    ChannelPace Pace { get; }

    bool IsOn { get; }

    /// <summary>Whether this is to be told at all.</summary>
    bool Wants(MessageEvent happened);

    Task<Delivery> DeliverAsync(ImmutableArray<Message> messages, CancellationToken cancellationToken);

    /// <summary>The same as it would be under another configuration: with a message, or with all that comes before one.</summary>
    Task<Delivery> TestAsync(IConfiguration candidate, bool sends, CancellationToken cancellationToken);
}
