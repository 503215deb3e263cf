using Burnin.MockTrueNas.Original.SelfTests;

namespace Burnin.MockTrueNas.Original.Fleet;

/// <summary>Holds the one current state of a NAS, in memory; each change swaps the whole of it.</summary>
internal sealed class PretendNas(MockNasOptions options, TimeProvider clock)
{
    private readonly Lock _gate = new();

    private NasState _state = new()
    {
        BootedAt = clock.GetUtcNow(),
        Drives = OriginalShelf.Of(options.Name),
        NextJobId = 1,
    };

    public NasMoment Look()
    {
        lock (_gate)
        {
            return new NasMoment(_state, clock.GetUtcNow(), options.SpeedUp);
        }
    }

    /// <summary>All named drives begin, or none.</summary>
    public StartTestResult StartTest(IReadOnlyList<string> names, SelfTestKind kind)
    {
        lock (_gate)
        {
            var moment = Look();
            var drives = new List<Drive>();

            for (var position = 0; position < names.Count; position++)
            {
                if (_state.FindInserted(names[position]) is not { } drive)
                {
                    return new StartTestResult.UnknownDrive(position, names[position]);
                }

                if (moment.IsTesting(drive))
                {
                    return new StartTestResult.AlreadyTesting(drive.Name);
                }

                drives.Add(drive);
            }

            var jobId = _state.NextJobId;
            _state = _state.WithJob(kind, drives.Distinct(), options.SpeedUp, moment.Now);

            return new StartTestResult.Started(jobId);
        }
    }

    /// <summary>Returns false where there is no such job. To abort one that has ended changes nothing.</summary>
    public bool TryAbort(int jobId)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _state = _state.WithJobs(job => job.Id == jobId ? job.Interrupted(InterruptionCause.Aborted, now) : job);

            return _state.Jobs.Any(job => job.Id == jobId);
        }
    }

    public void CompleteAllJobs() =>
        Change((state, now) => state.WithJobs(job => job.Interrupted(InterruptionCause.Completed, now)));

    /// <summary>The numbers of jobs go on, so that nobody takes a new job for one from before.</summary>
    public void Reset() => Change((state, now) => new NasState
    {
        BootedAt = now,
        Drives = OriginalShelf.Of(options.Name),
        NextJobId = state.NextJobId,
    });

    public void Change(Func<NasState, DateTimeOffset, NasState> change)
    {
        lock (_gate)
        {
            _state = change(_state, clock.GetUtcNow());
        }
    }

    /// <summary>Returns false where no drive, inserted or not, has that name.</summary>
    public bool TryChangeDrive(string name, Func<NasState, Drive, DateTimeOffset, NasState> change)
    {
        lock (_gate)
        {
            if (_state.Find(name) is not { } drive)
            {
                return false;
            }

            _state = change(_state, drive, clock.GetUtcNow());
            return true;
        }
    }
}
