using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;

namespace Burnin.Nas.Original;

/// <summary>The drives' own tests as jobs of the NAS. Only the NAS says how one stands; here nothing is concluded from time.</summary>
internal sealed class SelfTests(OriginalApi api, TimeProvider clock)
{
    private const string Rule = "self_test";
    private const int StopLooks = 30;

    private static readonly TimeSpan StopLookPeriod = TimeSpan.FromMilliseconds(500);

    /// <summary>Under which name each run's test was started: a job keeps the old name when the drive gets a new one.</summary>
    private readonly ConcurrentDictionary<string, string> _startedAs = new();

    public static bool Runs(StageName stage) => stage.IsSelfTest;

    /// <summary>Attaches to the job that the order names, or to one under way, or starts one.</summary>
    public async Task<string> EnsureStartedAsync(RunOrder order, string deviceName, CancellationToken cancellationToken)
    {
        var name = _startedAs.GetOrAdd(order.RunId, deviceName);
        var jobs = await api.ListSelfTestsAsync(cancellationToken);

        // A job that was cut short has no result to wait for; going back to it would be lost again at once, for ever.
        if (JobOf(order, name, jobs) is { } known && (known.IsUnderWay || known.HasPassed || known.HasFailed))
        {
            return Text(known.Id);
        }

        _startedAs[order.RunId] = deviceName;
        var type = TypeOf(order.Stage);
        return Text(jobs.FirstOrDefault(job => job.IsUnderWay && job.IsTestOf(deviceName, type)) is { } running
            ? running.Id
            : await api.StartSelfTestAsync(deviceName, type, cancellationToken));
    }

    /// <summary>Answers in the order of the question.</summary>
    public async Task<ImmutableArray<RunSnapshot>> LookAtAsync(ImmutableArray<RunOrder> orders, CancellationToken cancellationToken)
    {
        await FindNamesAsync(orders, cancellationToken);
        var jobs = await api.ListSelfTestsAsync(cancellationToken);
        var seen = ImmutableArray.CreateBuilder<RunSnapshot>(orders.Length);
        foreach (var order in orders)
        {
            seen.Add(_startedAs.TryGetValue(order.RunId, out var name)
                ? await SeenAsync(order, name, JobOf(order, name, jobs), cancellationToken)
                : new RunSnapshot.Lost($"No disk on the NAS answers to serial {order.Target.Serial}."));
        }

        return seen.MoveToImmutable();
    }

    public async Task StopAsync(RunOrder order, CancellationToken cancellationToken)
    {
        await FindNamesAsync([order], cancellationToken);
        for (var look = 0; look < StopLooks; look++)
        {
            var jobs = await api.ListSelfTestsAsync(cancellationToken);
            if (!_startedAs.TryGetValue(order.RunId, out var name) || JobOf(order, name, jobs) is not { IsUnderWay: true } running)
            {
                return;
            }

            if (look == 0)
            {
                await api.AbortAsync(running.Id, cancellationToken);
            }
            else
            {
                await Task.Delay(StopLookPeriod, clock, cancellationToken);
            }
        }

        throw new NasException(
            NasFault.UnexpectedAnswer,
            $"The NAS took the order to abort the {Words(order.Stage)} of serial {order.Target.Serial}, and goes on with it all the same. Stop it on the NAS.");
    }

    public void Forget(RunOrder order) => _startedAs.TryRemove(order.RunId, out _);

    private static OriginalJob? JobOf(RunOrder order, string deviceName, ImmutableArray<OriginalJob> jobs)
    {
        var type = TypeOf(order.Stage);

        // A NAS counts its jobs from 1 again after a boot: the number alone may be another drive's test.
        return order.Handle is { } handle
            ? jobs.FirstOrDefault(job => Text(job.Id) == handle && job.IsTestOf(deviceName, type))
            : jobs.FirstOrDefault(job => job.IsUnderWay && job.IsTestOf(deviceName, type));
    }

    private async Task FindNamesAsync(ImmutableArray<RunOrder> orders, CancellationToken cancellationToken)
    {
        if (orders.All(order => _startedAs.ContainsKey(order.RunId)))
        {
            return;
        }

        var disks = await api.ListDisksAsync(cancellationToken);
        foreach (var order in orders)
        {
            if (disks.FirstOrDefault(disk => disk.ToFacts().Serial == order.Target.Serial) is { Name: { } name })
            {
                _startedAs.TryAdd(order.RunId, name);
            }
        }
    }

    private async Task<RunSnapshot> SeenAsync(RunOrder order, string name, OriginalJob? job, CancellationToken cancellationToken)
    {
        switch (job)
        {
            case null:
                return new RunSnapshot.Lost(
                    $"The NAS knows no {Words(order.Stage)} of {name} under the number {order.Handle ?? "(none)"} any more.");
            case { IsUnderWay: true }:
                return new RunSnapshot.Running(new RunProgress
                {
                    Percent = Math.Clamp(job.Progress?.Percent ?? 0, 0, 100),
                    Phase = job.Progress?.Description,
                });
            case { HasPassed: true }:
                return new RunSnapshot.Ended(new RunResult
                {
                    State = StageState.Passed,
                    Reasons = [],
                    Log = await LogAsync(name, cancellationToken),
                });
            case { HasFailed: true } when await IsPresentAsync(order, cancellationToken):
                return new RunSnapshot.Ended(await FailureAsync(order, name, job, cancellationToken));
            case { HasFailed: true }:
                return new RunSnapshot.Lost($"{name} (serial {order.Target.Serial}) is gone, and its {Words(order.Stage)} with it.");
            default:
                return new RunSnapshot.Lost(
                    $"The {Words(order.Stage)} of {name} was cut short and has no result: {job.State} {job.Error}".TrimEnd() + ".");
        }
    }

    private async Task<bool> IsPresentAsync(RunOrder order, CancellationToken cancellationToken) =>
        (await api.ListDisksAsync(cancellationToken)).Any(disk => disk.ToFacts().Serial == order.Target.Serial);

    private async Task<RunResult> FailureAsync(RunOrder order, string name, OriginalJob job, CancellationToken cancellationToken)
    {
        var percent = string.Create(CultureInfo.InvariantCulture, $"{job.Progress?.Percent ?? 0:0}");
        return new RunResult
        {
            State = StageState.Failed,
            Reasons =
            [
                new Reason(
                    "self_test_failed",
                    Severity.Fail,
                    $"The {Words(order.Stage)} of {name} (serial {order.Target.Serial}) failed at {percent} %: {job.Error ?? "the NAS gives no reason"}.",
                    Rule),
            ],
            Log = await LogAsync(name, cancellationToken),
        };
    }

    /// <summary>Evidence worth having, but not worth losing a result for.</summary>
    private async Task<string> LogAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await api.ReadTestLogAsync(name, cancellationToken);
        }
        catch (NasException trouble)
        {
            return $"The self-test log could not be read: {trouble.Message}";
        }
    }

    private static string TypeOf(StageName stage) => stage switch
    {
        StageName.ShortSmart => "SHORT",
        StageName.LongSmart => "LONG",
        _ => throw new UnreachableException(),
    };

    private static string Words(StageName stage) => stage == StageName.ShortSmart ? "short self-test" : "long self-test";

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
