using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Smart;
using Burnin.Domain.Surface;
using Burnin.Domain.Verdicts;

namespace Burnin.Domain.Jobs;

/// <summary>Where one burn-in stands. Immutable: what happened next is a new value, made by <see cref="JobMachine"/>.</summary>
public sealed record BurnInJob
{
    public required string Id { get; init; }

    public required string DriveId { get; init; }

    public required string Nas { get; init; }

    /// <summary>Where the drive was when the job was made: for people only.</summary>
    public required string DeviceName { get; init; }

    public required DriveTarget Target { get; init; }

    public required string Operator { get; init; }

    public required string Profile { get; init; }

    /// <summary>How its surface stages test.</summary>
    public SurfaceChoice Surface { get; init; } = new();

    public required ImmutableArray<JobStage> Stages { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public JobPhase Phase { get; init; }

    /// <summary>Fencing token: each activation that takes the job over raises and stores it before it touches a host.</summary>
    public long Epoch { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The run of the stage in hand; null between stages and in examinations.</summary>
    public JobRun? Run { get; init; }

    /// <summary>Set as soon as a person has asked to cancel; the job is over only when the host has proved it.</summary>
    public string? CancelledBy { get; init; }

    /// <summary>Set where the slot and the drive's record were given back without the host's proof; null nearly always.</summary>
    public GivenUpRun? GivenUp { get; init; }

    /// <summary>Set as soon as a person has asked to pause; nothing new is begun while it is.</summary>
    public string? PausedBy { get; init; }

    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Paused in the queue, with its place given back.</summary>
    public bool HasLeftQueue { get; init; }

    /// <summary>SMART data before the first stage, without its raw text.</summary>
    public SmartSnapshot? Baseline { get; init; }

    /// <summary>SMART data after the last stage, without its raw text.</summary>
    public SmartSnapshot? Final { get; init; }

    /// <summary>By what it is judged: <c>new@1</c>. Null in what was stored before there was a choice.</summary>
    public string? Policy { get; init; }

    /// <summary>What is normal for the drive's model, chosen when the job was made.</summary>
    public ImmutableArray<ModelOverride> Overrides { get; init; } = [];

    public Verdict? Verdict { get; init; }

    /// <summary>What else was made of the same evidence later, oldest first. The verdict stays what it was.</summary>
    public ImmutableArray<Judgement> Judgements { get; init; } = [];

    public ImmutableArray<JobChore> Chores { get; init; } = [];

    /// <summary>Runs that were ordered and may have left something on the host.</summary>
    public ImmutableArray<string> RunIds { get; init; } = [];

    /// <summary>The newest progress of the run in hand. Not worth a write of its own: the host knows better.</summary>
    public RunProgress? Progress { get; init; }

    /// <summary>Of the run in hand; null until it was seen. As little worth a write as the progress.</summary>
    public RunStillness? Stillness { get; init; }

    /// <summary>1 is next.</summary>
    public int? QueuePosition { get; init; }

    /// <summary>What keeps the job from going on just now.</summary>
    public string? Trouble { get; init; }

    /// <summary>Index of the stage in hand or next; null when none is left.</summary>
    public int? CurrentIndex
    {
        get
        {
            var index = Stages.IndexOf(Stages.FirstOrDefault(stage => !stage.IsOver)!);
            return index < 0 ? null : index;
        }
    }

    public JobStage? Current => CurrentIndex is { } index ? Stages[index] : null;

    /// <summary>Of a policy that has a newer version by now, that one: the old limits are not kept.</summary>
    public VerdictPolicy VerdictPolicy => (VerdictPolicies.Find(Policy) ?? VerdictPolicies.Find(Policy?.Split('@')[0]) ?? VerdictPolicies.Classic) with { Overrides = Overrides };

    public bool TestsSurface => Stages.Any(stage => stage.Name.IsSurface);

    public bool HasEnded => Phase is JobPhase.Finished or JobPhase.Cancelled;

    /// <summary>Ended, and nothing left to do for it.</summary>
    public bool IsOver => HasEnded && Chores.IsEmpty;

    /// <summary>The order for the run in hand, as the NAS gets it.</summary>
    public RunOrder OrderOf(JobRun run, JobStage stage) => new()
    {
        RunId = run.RunId,
        Stage = stage.Name,
        Target = Target,
        Epoch = Epoch,
        OrderedAt = run.OrderedAt,
        Handle = run.Handle,
        Surface = stage.Name switch
        {
            StageName.SurfaceValidate => Surface.ToOrder(Target.Medium, samplesOnly: false),
            StageName.IoValidate => Surface.ToOrder(Target.Medium, samplesOnly: true),
            StageName.Precheck or StageName.ShortSmart or StageName.LongSmart or StageName.FinalCheck => null,
        },
    };
}
