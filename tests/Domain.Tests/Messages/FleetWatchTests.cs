using System.Collections.Immutable;
using Burnin.Domain.Messages;
using Xunit;

namespace Burnin.Domain.Tests.Messages;

public sealed class FleetWatchTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    [Fact]
    public void A_NAS_that_is_silent_is_missed_once_and_its_return_told_once()
    {
        var (watch, first) = new FleetWatch().Look(Start, [Nas(Start)], Limit);
        Assert.Empty(first);

        (watch, var atLimit) = watch.Look(Start + Limit, [Nas(Start)], Limit);
        Assert.Empty(atLimit);

        (watch, var missed) = watch.Look(Start + Limit + TimeSpan.FromMinutes(1), [Nas(Start) with { Running = 3, Trouble = "No route." }], Limit);
        var message = Assert.Single(missed);
        Assert.Equal((MessageEvent.NasSilent, "NAS vault has not answered for 31 min"), (message.Event, message.Headline));
        Assert.Equal("No route.", message.Reasons[0]);
        Assert.StartsWith("3 burn-ins run there.", message.Reasons[1], StringComparison.Ordinal);

        (watch, var still) = Look(watch, Start.AddHours(2), Nas(Start));
        Assert.Empty(still);

        (watch, var back) = Look(watch, Start.AddHours(3), Nas(Start.AddHours(3)));
        Assert.Equal("NAS vault answers again, after 3 h 0 min", Assert.Single(back).Headline);
        Assert.Empty(watch.Look(Start.AddHours(3), [Nas(Start.AddHours(3))], Limit).Messages);
    }

    [Fact]
    public void Two_silences_are_two_messages()
    {
        var (watch, first) = new FleetWatch().Look(Start.AddHours(1), [Nas(Start)], Limit);
        (watch, _) = Look(watch, Start.AddHours(2), Nas(Start.AddHours(2)));
        var (_, second) = Look(watch, Start.AddHours(3), Nas(Start.AddHours(2)));

        Assert.NotEqual(Assert.Single(first).Id, Assert.Single(second).Id);
    }

    [Fact]
    public void A_NAS_that_was_removed_is_not_missed_any_more()
    {
        var (watch, _) = new FleetWatch().Look(Start.AddHours(1), [Nas(Start)], Limit);

        var (after, messages) = Look(watch, Start.AddHours(2));

        Assert.Empty(messages);
        Assert.Empty(after.Silent);
    }

    [Fact]
    public void A_NAS_that_is_paused_is_neither_missed_nor_back()
    {
        var (watch, first) = new FleetWatch().Look(Start.AddHours(1), [Nas(Start) with { IsPaused = true }], Limit);
        Assert.Empty(first);

        (watch, var missed) = Look(watch, Start.AddHours(2), Nas(Start));
        Assert.Single(missed);
        (watch, var paused) = Look(watch, Start.AddHours(3), Nas(Start) with { IsPaused = true });
        Assert.Empty(paused);
        Assert.Empty(watch.Silent);
    }

    [Fact]
    public void That_nobody_watched_is_told_when_somebody_watches_again()
    {
        var (watch, _) = new FleetWatch().Look(Start, [], Limit);

        Assert.Empty(watch.Look(Start + Limit, [], Limit).Messages);
        var (after, messages) = watch.Look(Start.AddHours(50), [], Limit);

        Assert.Equal((MessageEvent.BurninAway, "Burnin did not run for 2 d 2 h"), (Assert.Single(messages).Event, messages[0].Headline));
        Assert.Empty(after.Look(Start.AddHours(50).AddMinutes(1), [], Limit).Messages);
    }

    [Fact]
    public void All_that_is_silent_is_told_by_name()
    {
        ImmutableArray<NasSeen> nases = [Nas(Start), Nas(Start) with { Name = "attic" }, Nas(Start.AddHours(1)) with { Name = "cellar" }];

        Assert.Equal(["NAS vault has", "NAS attic has"], new FleetWatch().Look(Start.AddHours(1), nases, Limit).Messages.Select(message => message.Headline[..13]));
    }

    /// <summary>By one who has been awake all the time.</summary>
    private static (FleetWatch Watch, ImmutableArray<Message> Messages) Look(FleetWatch watch, DateTimeOffset now, params ReadOnlySpan<NasSeen> nases) =>
        (watch with { AwakeAt = now }).Look(now, [.. nases], Limit);

    private static NasSeen Nas(DateTimeOffset heardAt) => new() { Name = "vault", HeardAt = heardAt, Health = "ok", Drives = 4, Running = 0, Queued = 0 };
}
