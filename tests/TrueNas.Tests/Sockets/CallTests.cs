using System.Collections.Concurrent;
using System.Globalization;
using Burnin.Domain.Nases;
using Burnin.Nas.TrueNas;
using Burnin.Nas.TrueNas.Sockets;
using Burnin.Rig;

namespace Burnin.TrueNas.Tests.Sockets;

/// <summary>Many calls over one connection.</summary>
public sealed class CallTests
{
    private static readonly SocketLimits Limits = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_in_another_order_find_their_calls()
    {
        await using var nas = await ScriptedNas.StartAsync();
        var held = new ConcurrentStack<ScriptedCall>();
        nas.Script = async call =>
        {
            if (!call.Method.StartsWith("call.", StringComparison.Ordinal))
            {
                return false;
            }

            held.Push(call);
            if (held.Count == 3)
            {
                foreach (var last in held)
                {
                    await last.AnswerAsync($"\"{last.Method}\"");
                }
            }

            return true;
        };
        await using var transport = nas.Connect(new WatchedClock());

        var answers = await Task.WhenAll(Enumerable.Range(1, 3).Select(number => transport.CallAsync(TrueNasCall.Read($"call.{number}"), Cancelled)));

        Assert.Equal(["call.1", "call.2", "call.3"], answers.Select(answer => ((TrueNasAnswer.Result)answer).Value.GetString()));
    }

    [Fact]
    public async Task No_more_than_eight_calls_are_under_way_at_a_time()
    {
        await using var nas = await ScriptedNas.StartAsync();
        var held = new ConcurrentQueue<ScriptedCall>();
        nas.Script = call =>
        {
            if (call.Method == "slow")
            {
                held.Enqueue(call);
            }

            return Task.FromResult(call.Method == "slow");
        };
        await using var transport = nas.Connect(new WatchedClock());

        var calls = Enumerable.Range(0, 30).Select(_ => transport.CallAsync(TrueNasCall.Read("slow"), Cancelled)).ToList();
        var most = 0;
        var answered = 0;
        while (answered < calls.Count)
        {
            var expected = Math.Min(Limits.Parallel, calls.Count - answered);
            await Eventually.TrueAsync(() => held.Count >= expected, $"{expected} calls at the NAS", cancellationToken: Cancelled);
            most = Math.Max(most, held.Count);
            Assert.True(held.TryDequeue(out var call));
            await call.AnswerAsync("1");
            answered++;
        }

        await Task.WhenAll(calls);
        Assert.Equal(Limits.Parallel, most);
    }

    [Fact]
    public async Task A_call_that_is_not_answered_fails_alone()
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = call => Task.FromResult(call.Method == "never");
        var clock = new WatchedClock();
        await using var transport = nas.Connect(clock);

        var never = transport.CallAsync(TrueNasCall.Read("never"), Cancelled);
        await PassAsync(clock, Limits.Answer, () => never.IsCompleted);
        var failure = await Assert.ThrowsAsync<NasException>(() => never);

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Contains("did not answer never within 130 s", failure.Message);
        Assert.IsType<TrueNasAnswer.Result>(await transport.CallAsync(TrueNasCall.Read("other"), Cancelled));
        Assert.Equal(1, nas.Connections);
    }

    [Fact]
    public async Task Where_no_call_is_answered_any_more_the_connection_is_made_anew()
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = call => Task.FromResult(call.Method == "never");
        var clock = new WatchedClock();
        await using var transport = nas.Connect(clock);

        var calls = Enumerable.Range(0, Limits.Parallel).Select(_ => transport.CallAsync(TrueNasCall.Change("never"), Cancelled)).ToList();
        await PassAsync(clock, Limits.Answer, () => calls.All(call => call.IsCompleted));
        await Task.WhenAll(calls.Select(call => Assert.ThrowsAsync<NasException>(() => call)));
        var other = transport.CallAsync(TrueNasCall.Read("other"), Cancelled);
        await PassAsync(clock, TimeSpan.FromSeconds(2), () => other.IsCompleted);

        Assert.IsType<TrueNasAnswer.Result>(await other);
        Assert.Equal(2, nas.Connections);
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_the_others_their_connection()
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = call => Task.FromResult(call.Method == "never");
        await using var transport = nas.Connect(new WatchedClock());
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var never = transport.CallAsync(TrueNasCall.Read("never"), giveUp.Token);
        await Eventually.TrueAsync(() => nas.Calls.Contains("never"), "the call at the NAS", cancellationToken: Cancelled);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => never);
        Assert.IsType<TrueNasAnswer.Result>(await transport.CallAsync(TrueNasCall.Read("other"), Cancelled));
        Assert.Equal(1, nas.Connections);
    }

    [Fact]
    public async Task A_look_that_was_cut_off_is_taken_again()
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = CutOnceAsync;
        var clock = new WatchedClock();
        await using var transport = nas.Connect(clock);

        var call = transport.CallAsync(TrueNasCall.Read("cut"), Cancelled);
        await PassAsync(clock, TimeSpan.FromSeconds(2), () => call.IsCompleted);

        Assert.IsType<TrueNasAnswer.Result>(await call);
        Assert.Equal(2, nas.Calls.Count(method => method == "cut"));
    }

    [Fact]
    public async Task A_change_that_was_cut_off_is_never_sent_twice()
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = CutOnceAsync;
        await using var transport = nas.Connect(new WatchedClock());

        var failure = await Assert.ThrowsAsync<NasException>(() => transport.CallAsync(TrueNasCall.Change("cut"), Cancelled));

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Equal(1, nas.Calls.Count(method => method == "cut"));
    }

    [Fact]
    public async Task A_hundred_callers_share_one_connection()
    {
        await using var bench = await SocketBench.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => bench.ReadAsync("system.version")));

        Assert.All(answers, answer => Assert.StartsWith("TrueNAS-25.10", answer.GetString()));
        Assert.Equal(1, bench.Logins);
    }

    [Fact]
    public async Task Numbers_are_not_given_twice()
    {
        await using var nas = await ScriptedNas.StartAsync();
        var ids = new ConcurrentBag<string>();
        nas.Script = call =>
        {
            ids.Add(call.Message["id"]!.ToString());
            return Task.FromResult(false);
        };
        await using var transport = nas.Connect(new WatchedClock());

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => transport.CallAsync(TrueNasCall.Read(number.ToString(CultureInfo.InvariantCulture)), Cancelled)));

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static Task<bool> CutOnceAsync(ScriptedCall call)
    {
        var isCut = call is { Method: "cut", Connection: 1 };
        if (isCut)
        {
            call.Cut();
        }

        return Task.FromResult(isCut);
    }

    /// <summary>Moves the clock by so much, but no sooner than somebody waits for it.</summary>
    private static async Task PassAsync(WatchedClock clock, TimeSpan time, Func<bool> isDone)
    {
        await clock.WaitedForAsync(time < Limits.Connect ? TimeSpan.Zero : time, time, Cancelled);
        clock.Advance(time);
        await Eventually.TrueAsync(isDone, "the end of the wait", cancellationToken: Cancelled);
    }
}
