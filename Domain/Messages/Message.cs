using System.Collections.Immutable;

namespace Burnin.Domain.Messages;

/// <summary>Something that happened and that people want to hear of. Facts alone: each channel words them in its own way.</summary>
public sealed record Message
{
    /// <summary>Of the event, not of the attempt to tell it: what has the same id is told once.</summary>
    public required string Id { get; init; }

    public required MessageEvent Event { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>One sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>Why, the weightiest first.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    public ImmutableArray<MessageTable> Tables { get; init; } = [];

    /// <summary>The burn-in that it is about.</summary>
    public MessageJob? Job { get; init; }

    /// <summary>What a person sends to see whether it arrives.</summary>
    public static Message TestAt(DateTimeOffset now) => new()
    {
        Id = $"test:{now.UtcTicks}",
        Event = MessageEvent.Test,
        At = now,
        Headline = "Burnin can reach you here",
        Reasons = ["Somebody pressed the test button on the settings page. Nothing else has happened."],
    };
}
