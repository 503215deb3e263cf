using System.Collections.Immutable;
using System.Globalization;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Nas.Runs;

namespace Burnin.Nas.Host;

/// <summary>
/// The drives' own tests, started, followed and aborted by the host programme. A test is ours where the run's directory
/// says that we launched it, and no other is ever aborted.
/// </summary>
/// <param name="connection">Says where runs are kept.</param>
/// <param name="ask">Asks the programme: verb, arguments.</param>
/// <param name="stageEnd">Is asked when a test has ended.</param>
/// <param name="clock">Times the pause between two aborts.</param>
internal sealed class HostSelfTests(
    NasConnection connection, Func<string, IEnumerable<string>, CancellationToken, Task<HostAnswer>> ask, HostStageEnd stageEnd, TimeProvider clock)
{
    private const int MaxAborts = 5;

    private static readonly TimeSpan AbortPause = TimeSpan.FromSeconds(1);

    public static bool Runs(StageName stage) => stage.IsSelfTest;

    public async Task<LaunchAnswer> EnsureStartedAsync(RunOrder order, CancellationToken cancellationToken)
    {
        IEnumerable<string> arguments =
        [
            connection.RunDirectory, order.RunId, Number(order.Epoch), connection.IncludeLoopDevices ? "1" : "0",
            order.Target.Serial, Number(order.Target.SizeBytes), order.Target.Wwn ?? "", KindOf(order) is SelfTestKind.Short ? "short" : "long",
        ];
        foreach (var again in ImmutableArray.Create("", "again"))
        {
            var answer = await ask("selftest-start", [.. arguments, again], cancellationToken);
            if (HostNas.Refusal(answer) is { } refusal)
            {
                return refusal;
            }

            if (answer.First("ended") is not null)
            {
                return new LaunchAnswer.Running(order.RunId);
            }

            if (SelfTestJudge.Launched(answer, KindOf(order), order.RunId) is { } launched)
            {
                return launched;
            }
        }

        return new LaunchAnswer.Impossible("The self-test was started twice, and does not run.");
    }

    public Task LookAsync(ImmutableArray<RunWatch> watches, CancellationToken cancellationToken) =>
        Task.WhenAll(watches.Select(watch => LookAsync(watch, cancellationToken)));

    /// <summary>Aborts as often as it takes, and has the end stored only when the drive has shown it.</summary>
    public async Task StopAsync(RunOrder order, CancellationToken cancellationToken)
    {
        var answer = await AbortAsync(order, "look", cancellationToken);
        for (var aborts = 0; answer.First("stopped") is null && IsRunning(answer, order); aborts++)
        {
            if (aborts == MaxAborts)
            {
                throw new NasException(NasFault.Unreachable, $"The drive still runs its self-test, although it was told to stop {MaxAborts} times.");
            }

            await (aborts > 0 ? Task.Delay(AbortPause, clock, cancellationToken) : Task.CompletedTask);
            answer = await AbortAsync(order, "abort", cancellationToken);
        }

        HostNas.Expect(answer.First("stopped") is null ? await AbortAsync(order, "over", cancellationToken) : answer, "stopped");
    }

    /// <summary>Gives back to the drive what was changed for the test, in whatever way that ended.</summary>
    public async Task SettleAsync(RunOrder order, CancellationToken cancellationToken) =>
        HostNas.Expect(await ask("selftest-settle", [connection.RunDirectory, order.RunId], cancellationToken), "settled");

    private static SelfTestKind KindOf(RunOrder order) => order.Stage == StageName.ShortSmart ? SelfTestKind.Short : SelfTestKind.Extended;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsRunning(HostAnswer answer, RunOrder order) =>
        SelfTestJudge.Runs(answer, KindOf(order)) ?? throw new NasException(NasFault.Unreachable, "The drive does not say whether its self-test still runs.");

    private async Task<HostAnswer> AbortAsync(RunOrder order, string step, CancellationToken cancellationToken)
    {
        IEnumerable<string> arguments =
            [connection.RunDirectory, order.RunId, Number(order.Epoch), order.Target.Serial, Number(order.Target.SizeBytes), step];
        var answer = await ask("selftest-abort", arguments, cancellationToken);
        return answer.First("fenced") is null ? answer : throw HostNas.NotUnderstood(answer);
    }

    private async Task LookAsync(RunWatch watch, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ask("selftest-status", [connection.RunDirectory, watch.Order.RunId], cancellationToken);
            var snapshot = SelfTestJudge.Of(answer, KindOf(watch.Order));
            if (snapshot is RunSnapshot.Ended && answer.First("awake") is not null)
            {
                await SettleAsync(watch.Order, cancellationToken);
            }

            // A drive may end a test a moment before it writes the row: only the second look in a row is believed.
            var isFirstMiss = snapshot is RunSnapshot.Lost && watch.Memory is not RunSnapshot.Lost;
            watch.Memory = snapshot;
            if (snapshot is RunSnapshot.Ended ended)
            {
                snapshot = ended with { Result = await stageEnd.AddToAsync(ended.Result, watch.Order, cancellationToken) };
            }

            watch.Post(isFirstMiss ? new RunSnapshot.Unseen("The self-test may have been lost; the drive is asked once more.") : snapshot);
        }
        catch (NasException exception)
        {
            watch.Post(new RunSnapshot.Unseen(exception.Message));
        }
    }
}
