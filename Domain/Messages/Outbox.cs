using System.Collections.Immutable;

namespace Burnin.Domain.Messages;

/// <summary>
/// What waits to be told on one channel. It tells at least once, and never storms: what it knows already it does not take
/// again, after each delivery it keeps the channel's pace, after each failure it waits twice as long, and it has an end.
/// </summary>
public sealed record Outbox
{
    /// <summary>Of those that have been told, or given up; far more than can end at once.</summary>
    private const int RemembersMost = 1000;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Oldest first.</summary>
    public ImmutableArray<Message> Waiting { get; init; } = [];

    /// <summary>Ids that are through with, oldest first.</summary>
    public ImmutableArray<string> Told { get; init; } = [];

    /// <summary>In a row, since the last delivery.</summary>
    public int Failures { get; init; }

    /// <summary>Nothing is tried before.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Why the last attempt failed; null after one that did not.</summary>
    public string? Trouble { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>All that were given up, ever.</summary>
    public long GivenUp { get; init; }

    /// <summary>The oldest make room: what happened last is what people look for.</summary>
    public Outbox Take(Message message, ChannelPace pace)
    {
        if (Told.Contains(message.Id) || Waiting.Any(known => known.Id == message.Id))
        {
            return this;
        }

        var all = Waiting.Add(message);
        return all.Length <= pace.MostWaiting ? this with { Waiting = all } : (this with { Waiting = all }).Without(all[0], isGivenUp: true);
    }

    /// <summary>What is to be told now, in one delivery; empty where nothing is, or not yet.</summary>
    public ImmutableArray<Message> Due(DateTimeOffset now, ChannelPace pace) => now < NotBefore ? [] : [.. Waiting.Take(pace.AtOnce)];

    /// <summary>Gives up what is too old to be news.</summary>
    public Outbox Aged(DateTimeOffset now, ChannelPace pace) =>
        Waiting.Where(message => now - message.At > pace.GiveUpAfter).Aggregate(this, (outbox, message) => outbox.Without(message, isGivenUp: true));

    /// <summary>What it is when these messages were tried.</summary>
    public Outbox After(ImmutableArray<Message> messages, Delivery delivery, DateTimeOffset now, ChannelPace pace) => delivery.Outcome switch
    {
        DeliveryOutcome.Delivered => messages.Aggregate(this, (outbox, message) => outbox.Without(message, isGivenUp: false)) with
        {
            Failures = 0,
            Trouble = null,
            DeliveredAt = now,
            NotBefore = now + pace.Between,
        },
        DeliveryOutcome.Refused => messages.Aggregate(this, (outbox, message) => outbox.Without(message, isGivenUp: true)) with
        {
            Failures = 0,
            Trouble = delivery.Why,
            NotBefore = now + pace.Between,
        },
        DeliveryOutcome.Failed => this with
        {
            Failures = Failures + 1,
            Trouble = delivery.Why,
            NotBefore = now + Longer(PauseAfter(Failures + 1), delivery.RetryAfter),
        },
    };

    /// <summary>Somebody has changed how the channel is reached: what failed before may work now.</summary>
    public Outbox Nudged() => Failures == 0 ? this : this with { Failures = 0, NotBefore = null };

    private Outbox Without(Message message, bool isGivenUp) => this with
    {
        Waiting = Waiting.RemoveAll(known => known.Id == message.Id),
        Told = [.. Told.Add(message.Id).TakeLast(RemembersMost)],
        GivenUp = GivenUp + (isGivenUp ? 1 : 0),
    };

    private static TimeSpan PauseAfter(int failures) => failures > 12 ? LongestPause : Shorter(FirstPause * Math.Pow(2, failures - 1), LongestPause);

    /// <summary>A server may ask for more patience than we have, but not for ever.</summary>
    private static TimeSpan Longer(TimeSpan pause, TimeSpan? wished) => wished is { } asked && asked > pause ? Shorter(asked, LongestPause) : pause;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
