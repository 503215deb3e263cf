namespace Burnin.Grains.Interfaces.Messages;

/// <summary>How a channel is doing.</summary>
[GenerateSerializer, Immutable, Alias("burnin.channel-view")]
public sealed record ChannelView
{
    /// <summary><c>mail, webhook</c>.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>It is set up, so that something can be sent.</summary>
    [Id(1)]
    public required bool IsOn { get; init; }

    /// <summary>Messages that are still to be told.</summary>
    [Id(2)]
    public required int Waiting { get; init; }

    [Id(3)]
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Why the last attempt failed; null after one that did not.</summary>
    [Id(4)]
    public string? Trouble { get; init; }

    /// <summary>When it is tried again; null where nothing waits.</summary>
    [Id(5)]
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>Messages that were given up, ever.</summary>
    [Id(6)]
    public required long GivenUp { get; init; }
}
