using System.Collections.Immutable;
using Burnin.Domain.Messages;
using Xunit;

namespace Burnin.Domain.Tests.Messages;

public sealed class OutboxTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly ChannelPace Pace = new() { AtOnce = 3, Between = TimeSpan.FromMinutes(1), MostWaiting = 5, GiveUpAfter = TimeSpan.FromDays(1) };

    private static readonly Delivery Delivered = new() { Outcome = DeliveryOutcome.Delivered };

    [Fact]
    public void What_it_knows_it_does_not_take_again_before_or_after_telling_it()
    {
        var outbox = With("a").Take(Message("a"), Pace);
        Assert.Single(outbox.Waiting);

        outbox = outbox.After(outbox.Waiting, Delivered, Start, Pace).Take(Message("a"), Pace);

        Assert.Empty(outbox.Waiting);
        Assert.Equal((Start, 0L), (outbox.DeliveredAt!.Value, outbox.GivenUp));
    }

    [Fact]
    public void The_first_is_told_at_once_and_what_comes_close_behind_is_gathered()
    {
        var outbox = With("a");
        Assert.Equal(["a"], Ids(outbox.Due(Start, Pace)));

        outbox = outbox.After(outbox.Due(Start, Pace), Delivered, Start, Pace);
        outbox = "bcde".Aggregate(outbox, (box, id) => box.Take(Message($"{id}"), Pace));

        Assert.Empty(outbox.Due(Start.AddSeconds(59), Pace));
        Assert.Equal(["b", "c", "d"], Ids(outbox.Due(Start.AddSeconds(60), Pace)));
    }

    [Fact]
    public void Each_failure_doubles_the_pause_up_to_an_hour_and_a_delivery_forgets_them()
    {
        var outbox = With("a");
        var now = Start;
        var pauses = new List<double>();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            outbox = outbox.After(outbox.Due(now, Pace), Delivery.Failed("connect", "refused"), now, Pace);
            pauses.Add((outbox.NotBefore!.Value - now).TotalSeconds);
            Assert.Empty(outbox.Due(outbox.NotBefore.Value.AddTicks(-1), Pace));
            now = outbox.NotBefore.Value;
        }

        Assert.Equal([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600], pauses.Take(10));
        Assert.All(pauses.Skip(9), pause => Assert.Equal(3600, pause));
        Assert.Equal((20, "connect: refused"), (outbox.Failures, outbox.Trouble));

        outbox = outbox.After(outbox.Due(now, Pace), Delivered, now, Pace);
        Assert.Equal((0, null), (outbox.Failures, outbox.Trouble));
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(120, 120)]
    [InlineData(1_000_000, 3600)]
    public void Who_asks_for_patience_gets_it_within_reason(int asked, int expected)
    {
        var outbox = With("a");
        outbox = outbox.After(outbox.Waiting, Delivery.Failed("send", "429") with { RetryAfter = TimeSpan.FromSeconds(asked) }, Start, Pace);

        Assert.Equal(Start.AddSeconds(expected), outbox.NotBefore);
    }

    [Fact]
    public void What_is_refused_is_given_up_and_holds_nothing_else_up()
    {
        var outbox = With("a", "b").After([Message("a")], Delivery.Failed("call", "400") with { Outcome = DeliveryOutcome.Refused }, Start, Pace);

        Assert.Equal(["b"], Ids(outbox.Due(Start.AddMinutes(1), Pace)));
        Assert.Equal((1, 0, "call: 400"), (outbox.GivenUp, outbox.Failures, outbox.Trouble));
        Assert.Same(outbox, outbox.Take(Message("a"), Pace));
    }

    [Fact]
    public void The_oldest_make_room_and_are_counted()
    {
        var outbox = With("a", "b", "c", "d", "e", "f", "g");

        Assert.Equal(["c", "d", "e", "f", "g"], Ids(outbox.Waiting));
        Assert.Equal(2, outbox.GivenUp);
        Assert.Same(outbox, outbox.Take(Message("a"), Pace));
    }

    [Fact]
    public void What_is_no_news_any_more_is_given_up()
    {
        var outbox = With("a").Take(Message("b") with { At = Start.AddHours(2) }, Pace);

        Assert.Same(outbox, outbox.Aged(Start.AddHours(24), Pace));
        var aged = outbox.Aged(Start.AddHours(25), Pace);
        Assert.Equal(["b"], Ids(aged.Waiting));
        Assert.Equal(1, aged.GivenUp);
    }

    [Fact]
    public void New_settings_are_tried_without_waiting_for_the_pause_of_the_old_ones()
    {
        var outbox = With("a").After([Message("a")], Delivery.Failed("connect", "refused"), Start, Pace);

        Assert.Equal(["a"], Ids(outbox.Nudged().Due(Start, Pace)));
    }

    [Fact]
    public void New_settings_do_not_outrun_the_pace()
    {
        var outbox = With("a").After([Message("a")], Delivered, Start, Pace).Take(Message("b"), Pace);

        Assert.Empty(outbox.Nudged().Due(Start, Pace));
    }

    [Fact]
    public void It_remembers_only_so_many()
    {
        var outbox = Enumerable.Range(0, 3000).Aggregate(new Outbox(), (box, number) => box.Take(Message($"{number}"), Pace).After([Message($"{number}")], Delivered, Start, Pace));

        Assert.Equal(1000, outbox.Told.Length);
        Assert.Equal("2999", outbox.Told[^1]);
    }

    private static Outbox With(params string[] ids) => ids.Aggregate(new Outbox(), (outbox, id) => outbox.Take(Message(id), Pace));

    private static IEnumerable<string> Ids(ImmutableArray<Message> messages) => messages.Select(message => message.Id);

    private static Message Message(string id) => new() { Id = id, Event = MessageEvent.BurninFailed, At = Start, Headline = id };
}
