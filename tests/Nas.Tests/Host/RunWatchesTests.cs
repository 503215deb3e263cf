using System.Collections.Concurrent;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Nas.Host;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class RunWatchesTests
{
    private readonly FakeTimeProvider clock = new();
    private int looks;

    [Fact]
    public async Task All_watched_runs_share_one_look_a_second()
    {
        await using var watches = Watches(all => Post(all));
        var (first, second) = (new ConcurrentQueue<RunSnapshot>(), new ConcurrentQueue<RunSnapshot>());
        using var one = watches.Add(Order("a"), Into(first));
        await Until.TrueAsync(() => first.Count == 1, "the look at once");
        using var two = watches.Add(Order("b"), Into(second));
        await Until.TrueAsync(() => first.Count == 2 && second.Count == 1, "the look for the new watch");
        var before = looks;

        await Until.TrueAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                return looks == before + 1;
            },
            "the look after a second");
        await Until.TrueAsync(() => first.Count == 3 && second.Count == 2, "both hear of it");
    }

    [Fact]
    public async Task Trouble_on_the_way_is_unseen_and_not_an_end()
    {
        await using var watches = Watches(_ => throw new NasException(NasFault.Unreachable, "The link broke."));
        var heard = new ConcurrentQueue<RunSnapshot>();
        using var watch = watches.Add(Order("a"), Into(heard));

        await Until.TrueAsync(() => !heard.IsEmpty, "the news");

        Assert.Equal(new RunSnapshot.Unseen("The link broke."), heard.First());
    }

    [Fact]
    public async Task A_listener_that_never_returns_delays_no_other()
    {
        await using var watches = Watches(all => Post(all));
        var never = new TaskCompletionSource();
        var heard = new ConcurrentQueue<RunSnapshot>();
        using var stuck = watches.Add(Order("a"), _ => never.Task);
        using var watch = watches.Add(Order("b"), Into(heard));

        await Until.TrueAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                return heard.Count >= 5;
            },
            "five looks");
        never.SetResult();
    }

    [Fact]
    public async Task An_end_is_told_until_it_was_heard_and_then_not_looked_for_again()
    {
        await using var watches = Watches(all =>
        {
            foreach (var watch in all)
            {
                watch.Post(new RunSnapshot.Ended(new RunResult { State = StageState.Passed, Reasons = [] }));
            }
        });
        var tries = 0;
        using var deaf = watches.Add(Order("a"), _ => Interlocked.Increment(ref tries) < 3 ? throw new InvalidOperationException("not now") : Task.CompletedTask);
        await Until.TrueAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                return tries == 3;
            },
            "the third try");

        await NextLookAsync(watches, "b");
        var settled = tries;
        await NextLookAsync(watches, "c");
        Assert.Equal(settled, tries);
    }

    [Fact]
    public async Task A_watch_that_was_left_hears_nothing_more()
    {
        await using var watches = Watches(all => Post(all));
        var heard = new ConcurrentQueue<RunSnapshot>();
        var watch = watches.Add(Order("a"), Into(heard));
        await Until.TrueAsync(() => !heard.IsEmpty, "the first look");
        watch.Dispose();
        var count = heard.Count;

        var others = new ConcurrentQueue<RunSnapshot>();
        using var other = watches.Add(Order("b"), Into(others));
        await Until.TrueAsync(() => !others.IsEmpty, "the other's look");
        Assert.Equal(count, heard.Count);
    }

    private static async Task NextLookAsync(RunWatches watches, string runId)
    {
        var heard = new ConcurrentQueue<RunSnapshot>();
        using var watch = watches.Add(Order(runId), Into(heard));
        await Until.TrueAsync(() => !heard.IsEmpty, $"the look at {runId}");
    }

    private static void Post(IEnumerable<RunWatch> all)
    {
        foreach (var watch in all)
        {
            watch.Post(new RunSnapshot.Lost("gone"));
        }
    }

    private static Func<RunSnapshot, Task> Into(ConcurrentQueue<RunSnapshot> heard) => snapshot =>
    {
        heard.Enqueue(snapshot);
        return Task.CompletedTask;
    };

    private static RunOrder Order(string runId) => new()
    {
        RunId = runId,
        Stage = StageName.SurfaceValidate,
        Target = new DriveTarget { Serial = "S", SizeBytes = 1, Model = "M" },
        Epoch = 1,
        OrderedAt = DateTimeOffset.UnixEpoch,
    };

    private RunWatches Watches(Action<IReadOnlyList<RunWatch>> look) => new(
        (all, _) =>
        {
            Interlocked.Increment(ref looks);
            look(all);
            return Task.CompletedTask;
        },
        TimeSpan.FromSeconds(1), clock, NullLogger.Instance);
}
