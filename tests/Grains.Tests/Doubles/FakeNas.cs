using System.Collections.Concurrent;
using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Smart;

namespace Burnin.Grains.Tests.Doubles;

/// <summary>A NAS made of tables. Tests say what happens on it; it tells whoever watches.</summary>
internal sealed class FakeNas(TimeProvider clock) : INas, INasConnector
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FakeRun> _runs = [];
    private readonly List<(string RunId, Func<RunSnapshot, Task> Report)> _watchers = [];
    private int _looks;

    public ConcurrentDictionary<string, DriveFacts> Drives { get; } = new();

    /// <summary>How often it has shown its drives.</summary>
    public int Looks => Volatile.Read(ref _looks);

    /// <summary>What the last listener wants to be told.</summary>
    public Action? Changed { get; private set; }

    /// <summary>Settings that were tried before they were stored.</summary>
    public ConcurrentQueue<NasConnection> Tried { get; } = new();

    /// <summary>Set: every question fails with it.</summary>
    public NasException? Trouble { get; set; }

    /// <summary>Set: a part of it does not answer.</summary>
    public InventoryTrouble? TroubleOfPart { get; set; }

    /// <summary>What every question waits for.</summary>
    public Task Answers { get; set; } = Task.CompletedTask;

    public LaunchAnswer? LaunchAnswer { get; set; }

    /// <summary>Set: stopping a run fails with it.</summary>
    public NasException? CannotStop { get; set; }

    /// <summary>What <c>smartctl</c> would have printed.</summary>
    public string? SmartRaw { get; set; }

    /// <summary>Reallocated sectors that each drive counts.</summary>
    public long Reallocated { get; set; }

    public string? HostKey { get; set; }

    public INas Open(NasConnection connection) => this;

    public Task<Inventory> TryAsync(NasConnection connection, CancellationToken cancellationToken)
    {
        Tried.Enqueue(connection);
        return ReadInventoryAsync(cancellationToken);
    }

    public Task CloseAsync(string nasName) => Task.CompletedTask;

    public void Add(string serial, string device, ImmutableArray<InUseFact>? inUse = null) => Drives[serial] = new DriveFacts
    {
        DeviceName = device,
        Serial = serial,
        Model = "TEST1",
        SizeBytes = 1L << 30,
        Medium = DriveMedium.Hdd,
        TemperatureCelsius = 30,
        SmartPassed = true,
        InUse = inUse ?? [],
    };

    public FakeRun? RunOf(string jobId, StageName stage)
    {
        lock (_gate)
        {
            return _runs.Values.SingleOrDefault(run => run.Order.RunId.StartsWith(jobId, StringComparison.Ordinal) && run.Order.Stage == stage);
        }
    }

    public int WatchersOf(string runId)
    {
        lock (_gate)
        {
            return _watchers.Count(watcher => watcher.RunId == runId);
        }
    }

    /// <summary>What is seen of the run from now on.</summary>
    public async Task ShowAsync(FakeRun run, RunSnapshot snapshot)
    {
        Func<RunSnapshot, Task>[] reports;
        lock (_gate)
        {
            run.Snapshot = snapshot;
            reports = [.. _watchers.Where(watcher => watcher.RunId == run.Order.RunId).Select(watcher => watcher.Report)];
        }

        foreach (var report in reports)
        {
            await report(snapshot);
        }
    }

    public Task PassAsync(FakeRun run) => ShowAsync(run, new RunSnapshot.Ended(new RunResult
    {
        State = StageState.Passed,
        Reasons = [],
        TestedBytes = run.Order.Stage.IsSurface ? run.Order.Target.SizeBytes : null,
        UntestedBytes = run.Order.Stage.IsSurface ? 0 : null,
    }));

    public async Task<Inventory> ReadInventoryAsync(CancellationToken cancellationToken)
    {
        await AnswerAsync(cancellationToken);
        Interlocked.Increment(ref _looks);
        return new Inventory { Product = "Test", Drives = [.. Drives.Values], Capabilities = [new Capability("inventory", "test", null)], HostKey = HostKey, Trouble = TroubleOfPart };
    }

    public IDisposable? Listen(Action changed)
    {
        Changed = changed;
        return null;
    }

    public async Task<DriveExamination> ExamineAsync(DriveTarget target, CancellationToken cancellationToken)
    {
        await AnswerAsync(cancellationToken);
        var smart = SmartRaw is not null ? SmartSnapshot.Of(SmartRaw, 0, clock.GetUtcNow()) : new SmartSnapshot
        {
            TakenAt = clock.GetUtcNow(),
            Passed = true,
            Attributes = [new SmartAttribute(5, "Reallocated_Sector_Ct", 100, 100, 10, Reallocated)],
        };
        return new DriveExamination(Drives.GetValueOrDefault(target.Serial), smart);
    }

    public async Task<LaunchAnswer> EnsureStartedAsync(RunOrder order, CancellationToken cancellationToken)
    {
        await AnswerAsync(cancellationToken);
        if (LaunchAnswer is { } answer)
        {
            return answer;
        }

        Fence(order);
        lock (_gate)
        {
            if (!_runs.TryGetValue(order.RunId, out var run))
            {
                _runs[order.RunId] = run = new FakeRun(order);
                run.Starts++;
            }
            else if (run.Snapshot is RunSnapshot.Lost)
            {
                run.Snapshot = new RunSnapshot.Running(new RunProgress { Percent = 0 });
                run.Starts++;
            }

            return new LaunchAnswer.Running($"handle-{order.RunId}");
        }
    }

    public IDisposable Watch(RunOrder order, Func<RunSnapshot, Task> report)
    {
        var watcher = (order.RunId, report);
        RunSnapshot now;
        lock (_gate)
        {
            _watchers.Add(watcher);
            now = _runs.TryGetValue(order.RunId, out var run) ? run.Snapshot : new RunSnapshot.Lost("There is no such run.");
        }

        _ = Task.Run(() => report(now));
        return new Subscription(() =>
        {
            lock (_gate)
            {
                _watchers.Remove(watcher);
            }
        });
    }

    public async Task<bool> HoldAsync(RunOrder order, CancellationToken cancellationToken)
    {
        await AnswerAsync(cancellationToken);
        if (!order.Stage.IsSurface)
        {
            return false;
        }

        Fence(order);
        SetHeld(order.RunId, "Paused.");
        return true;
    }

    public async Task ReleaseAsync(RunOrder order, CancellationToken cancellationToken)
    {
        await AnswerAsync(cancellationToken);
        Fence(order);
        SetHeld(order.RunId, null);
    }

    public async Task StopAsync(RunOrder order, CancellationToken cancellationToken)
    {
        await AnswerAsync(cancellationToken);
        if (CannotStop is { } failure)
        {
            throw failure;
        }

        Fence(order);
        lock (_gate)
        {
            if (_runs.TryGetValue(order.RunId, out var run))
            {
                run.IsStopped = true;
                run.Snapshot = run.Snapshot is RunSnapshot.Running
                    ? new RunSnapshot.Ended(new RunResult { State = StageState.Inconclusive, Reasons = [new Reason("stopped", Severity.Inconclusive, "It was stopped.", "surface")] })
                    : run.Snapshot;
            }
        }
    }

    public async Task CleanAsync(RunOrder order, CancellationToken cancellationToken)
    {
        await AnswerAsync(cancellationToken);
        lock (_gate)
        {
            if (_runs.TryGetValue(order.RunId, out var run))
            {
                run.IsCleaned = true;
            }
        }
    }

    /// <summary>A run that goes on shows the hold; one that is gone keeps it all the same, as a real host does over a reboot.</summary>
    private void SetHeld(string runId, string? held)
    {
        lock (_gate)
        {
            if (_runs.TryGetValue(runId, out var run))
            {
                run.IsHeld = held is not null;
                run.Snapshot = run.Snapshot is RunSnapshot.Running running ? new RunSnapshot.Running(running.Progress with { Held = held, IsPaused = held is not null }) : run.Snapshot;
            }
        }
    }

    private void Fence(RunOrder order)
    {
        lock (_gate)
        {
            if (_runs.TryGetValue(order.RunId, out var run))
            {
                run.HighestEpoch = order.Epoch >= run.HighestEpoch
                    ? order.Epoch
                    : throw new NasException(NasFault.Fenced, "Another controller has taken the run over.") { HostEpoch = run.HighestEpoch };
            }
        }
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        await Answers.WaitAsync(cancellationToken);
        if (Trouble is { } trouble)
        {
            throw trouble;
        }
    }

    private sealed class Subscription(Action dispose) : IDisposable
    {
        public void Dispose() => dispose();
    }
}
