using System.Collections.Concurrent;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Nas.Runs;
using Burnin.Rig;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burnin.Nas.Tests.Runs;

public sealed class RunWatchesTests
{
    private readonly FakeTimeProvider clock = new();
    private int looks;
    private int rests;

    [Fact]
    public async Task All_watched_runs_share_one_look_a_second()
    {
        await using var watches = Watches(all => Post(all));
        var (first, second) = (new ConcurrentQueue<RunSnapshot>(), new ConcurrentQueue<RunSnapshot>());
        using var one = watches.Add(Order("a"), Into(first));
        await ComesAsync(() => first.Count == 1, "the look at once");
        using var two = watches.Add(Order("b"), Into(second));
        await ComesAsync(() => first.Count == 2 && second.Count == 1, "the look for the new watch");
        var before = looks;

        await ComesAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                return looks == before + 1;
            },
            "the look after a second");
        await ComesAsync(() => first.Count == 3 && second.Count == 2, "both hear of it");
    }

    [Fact]
    public async Task Trouble_on_the_way_is_unseen_and_not_an_end()
    {
        await using var watches = Watches(_ => throw new NasException(NasFault.Unreachable, "The link broke."));
        var heard = new ConcurrentQueue<RunSnapshot>();
        using var watch = watches.Add(Order("a"), Into(heard));

        await ComesAsync(() => !heard.IsEmpty, "the news");

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

        await ComesAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                return heard.Count >= 5;
            },
            "five looks");
        never.SetResult();
    }

    [Fact]
    public async Task An_end_is_looked_for_once_and_told_until_it_was_heard()
    {
        await using var watches = Watches(all => Post(all, End));
        var tries = 0;
        using var deaf = watches.Add(Order("a"), _ => Interlocked.Increment(ref tries) < 3 ? throw new InvalidOperationException("not now") : Task.CompletedTask);
        await ComesAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                return tries == 3;
            },
            "the third try");
        Assert.Equal(1, looks);

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
        await ComesAsync(() => !heard.IsEmpty, "the first look");
        watch.Dispose();
        var count = heard.Count;

        var others = new ConcurrentQueue<RunSnapshot>();
        using var other = watches.Add(Order("b"), Into(others));
        await ComesAsync(() => !others.IsEmpty, "the other's look");
        Assert.Equal(count, heard.Count);
    }

    [Fact]
    public async Task Who_still_watches_when_it_is_closed_hears_a_last_word()
    {
        var watches = Watches(all => Post(all));
        var heard = new ConcurrentQueue<RunSnapshot>();
        using var watch = watches.Add(Order("a"), Into(heard));
        await ComesAsync(() => !heard.IsEmpty, "the first look");

        await watches.DisposeAsync();
        await watches.DisposeAsync();

        await ComesAsync(() => heard.Last() is RunSnapshot.Unseen, "the last word");
    }

    [Fact]
    public async Task An_end_that_nobody_has_heard_yet_is_the_last_word()
    {
        var watches = Watches(all => Post(all, End));
        var (release, heard) = (new TaskCompletionSource(), new ConcurrentQueue<RunSnapshot>());
        using var watch = watches.Add(Order("a"), async snapshot =>
        {
            heard.Enqueue(snapshot);
            await release.Task;
            throw new InvalidOperationException("not now");
        });
        await ComesAsync(() => !heard.IsEmpty, "the end, told for the first time");

        await watches.DisposeAsync();
        release.SetResult();

        await ComesAsync(() => heard.Count == 2, "the end, told once more");
        Assert.All(heard, snapshot => Assert.IsType<RunSnapshot.Ended>(snapshot));
    }

    [Fact]
    public async Task Nothing_can_be_watched_after_it_was_closed()
    {
        var watches = Watches(all => Post(all));
        await watches.DisposeAsync();

        var failure = Assert.Throws<NasException>(() => watches.Add(Order("a"), Into([])));

        Assert.Equal(NasFault.Unreachable, failure.Fault);
    }

    [Fact]
    public async Task It_rests_when_nothing_is_watched_and_looks_again_when_something_is()
    {
        await using var watches = Watches(all => Post(all));
        var heard = new ConcurrentQueue<RunSnapshot>();
        using (watches.Add(Order("a"), Into(heard)))
        {
            await ComesAsync(() => !heard.IsEmpty, "the first look");
            Assert.Equal(0, rests);
        }

        await ComesAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                return rests == 1;
            },
            "the rest");
        await NextLookAsync(watches, "b");
    }

    private static Task ComesAsync(Func<bool> isSo, string what) => Eventually.TrueAsync(isSo, what, cancellationToken: TestContext.Current.CancellationToken);

    private static RunSnapshot End => new RunSnapshot.Ended(new RunResult { State = StageState.Passed, Reasons = [] });

    private static async Task NextLookAsync(RunWatches watches, string runId)
    {
        var heard = new ConcurrentQueue<RunSnapshot>();
        using var watch = watches.Add(Order(runId), Into(heard));
        await ComesAsync(() => !heard.IsEmpty, $"the look at {runId}");
    }

    private static void Post(IEnumerable<RunWatch> all, RunSnapshot? snapshot = null)
    {
        foreach (var watch in all)
        {
            watch.Post(snapshot ?? new RunSnapshot.Lost("gone"));
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
        TimeSpan.FromSeconds(1),
        clock,
        NullLogger.Instance,
        () =>
        {
            Interlocked.Increment(ref rests);
            return Task.CompletedTask;
        });
}
