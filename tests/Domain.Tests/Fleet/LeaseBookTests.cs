using System.Collections.Immutable;
using Burnin.Domain.Fleet;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Fleet;

public sealed class LeaseBookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Move> AnyMove = Gen.Frequency(
        (5, Gen.Int[0, 9].Select(job => (Move)new Move.Request($"j{job}"))),
        (4, Gen.Int[0, 9].Select(job => (Move)new Move.Release($"j{job}"))),
        (1, Gen.Int[0, 5].Select(limit => (Move)new Move.Limit(limit))));

    [Fact]
    public void First_come_is_first_served()
    {
        var book = Played(new Move.Limit(1), new Move.Request("a"), new Move.Request("b"), new Move.Request("c"), new Move.Release("a"));

        Assert.Equal([("b", 0), ("c", 1)], ((string[])["b", "c"]).Select(job => (job, book.PositionOf(job))));
        Assert.True(book.Holds("b"));
        Assert.False(book.Holds("c"));
    }

    [Fact]
    public void A_lowered_limit_takes_no_lease_away_and_grants_none_until_enough_came_back()
    {
        var book = Played(new Move.Limit(3), new Move.Request("a"), new Move.Request("b"), new Move.Request("c"), new Move.Request("d"), new Move.Limit(1));
        Assert.Equal(["a", "b", "c"], Holders(book));

        Assert.Equal(["c"], Holders(Played(book, new Move.Release("a"), new Move.Release("b"))));
        Assert.Equal(["d"], Holders(Played(book, new Move.Release("a"), new Move.Release("b"), new Move.Release("c"))));
    }

    [Fact]
    public void A_raised_limit_is_filled_at_once() =>
        Assert.Equal(["a", "b", "c"], Holders(Played(new Move.Limit(1), new Move.Request("a"), new Move.Request("b"), new Move.Request("c"), new Move.Limit(3))));

    [Fact]
    public void A_limit_of_nothing_holds_everyone_back() => Assert.Empty(Played(new Move.Limit(0), new Move.Request("a")).Leases);

    [Fact]
    public void A_lease_keeps_the_moment_it_was_granted()
    {
        var book = new LeaseBook().Request("a", Noon).Request("a", Noon.AddHours(1));

        Assert.Equal(new Lease("a", Noon), Assert.Single(book.Leases));
    }

    [Fact]
    public void Who_waits_may_leave_the_queue()
    {
        var book = Played(new Move.Limit(1), new Move.Request("a"), new Move.Request("b"), new Move.Request("c"), new Move.Release("b"), new Move.Release("a"));

        Assert.Equal(["c"], Holders(book));
    }

    [Fact]
    public void Whatever_is_asked_the_book_stays_sound() => AnyMove.Array[0, 60].Sample(
        moves =>
        {
            var book = new LeaseBook();
            foreach (var move in moves)
            {
                var after = Played(book, move);
                AssertSound(book, move, after);
                book = after;
            }
        },
        iter: 5_000);

    [Fact]
    public void When_everyone_has_left_nothing_is_held() => AnyMove.Array[0, 60].Sample(moves =>
    {
        var book = Played([.. moves, .. Enumerable.Range(0, 10).Select(job => (Move)new Move.Release($"j{job}"))]);

        return book.Leases.IsEmpty && book.Queue.IsEmpty;
    });

    private static void AssertSound(LeaseBook before, Move move, LeaseBook after)
    {
        var (heldBefore, held) = (Holders(before), Holders(after));
        var granted = held.Except(heldBefore).ToList();
        ImmutableArray<string> lineBefore = move is Move.Request asking && !heldBefore.Contains(asking.JobId) && !before.Queue.Contains(asking.JobId)
            ? before.Queue.Add(asking.JobId)
            : before.Queue;
        var line = move is Move.Release leaving ? lineBefore.Remove(leaving.JobId) : lineBefore;

        // Never over the limit by a grant, and no slot idle while someone waits.
        Assert.True(granted.Count == 0 || held.Count <= after.Limit);
        Assert.True(after.Queue.IsEmpty || held.Count >= after.Limit);

        // First in line first; the others keep their order; nobody is lost, and nobody twice.
        Assert.Equal(line, granted.Concat(after.Queue));
        Assert.Equal(held.Count + after.Queue.Length, held.Concat(after.Queue).Distinct().Count());
        Assert.Equal(heldBefore.Where(job => move is not Move.Release release || release.JobId != job), held.Except(granted));

        // Asked again, nothing changes.
        Assert.Equal(after, Played(after, move));
    }

    private static List<string> Holders(LeaseBook book) => [.. book.Leases.Select(lease => lease.JobId)];

    private static LeaseBook Played(params ReadOnlySpan<Move> moves) => Played(new LeaseBook(), moves);

    private static LeaseBook Played(LeaseBook book, params ReadOnlySpan<Move> moves)
    {
        foreach (var move in moves)
        {
            book = move switch
            {
                Move.Request request => book.Request(request.JobId, Noon),
                Move.Release release => book.Release(release.JobId, Noon),
                Move.Limit limit => book.WithLimit(limit.Slots, Noon),
                _ => throw new InvalidOperationException($"Nobody plays {move}."),
            };
        }

        return book;
    }

    private abstract record Move
    {
        public sealed record Request(string JobId) : Move;

        public sealed record Release(string JobId) : Move;

        public sealed record Limit(int Slots) : Move;
    }
}
