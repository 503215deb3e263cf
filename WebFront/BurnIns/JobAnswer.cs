using System.Collections.Immutable;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.WebFront.BurnIns;

/// <summary>One job, whole and flat, as its grain sees it now.</summary>
internal sealed record JobAnswer
{
    public required string Id { get; init; }

    public required string DriveId { get; init; }

    public required string Nas { get; init; }

    public required string Devname { get; init; }

    public required string Serial { get; init; }

    public required string Model { get; init; }

    public required long SizeBytes { get; init; }

    public required string Operator { get; init; }

    public required string Profile { get; init; }

    public required string State { get; init; }

    public string? Verdict { get; init; }

    public required ImmutableArray<ReasonView> Reasons { get; init; }

    public required double Percent { get; init; }

    public string? Stage { get; init; }

    public double? StagePercent { get; init; }

    public string? Phase { get; init; }

    public long? BytesPerSecond { get; init; }

    public DateTimeOffset? Eta { get; init; }

    public int? QueuePosition { get; init; }

    public string? Trouble { get; init; }

    public required long Errors { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public required bool Cancelling { get; init; }

    public required bool IsOver { get; init; }

    public string? GivenUpBy { get; init; }

    public required long Epoch { get; init; }

    public string? Held { get; init; }

    public string? PausedBy { get; init; }

    public int? Passes { get; init; }

    public SurfaceSettings? Surface { get; init; }

    public string? Policy { get; init; }

    public required ImmutableArray<JudgementView> Judgements { get; init; }

    public required ImmutableArray<StageView> Stages { get; init; }

    public static JobAnswer Of(JobView job) => new()
    {
        Id = job.Summary.JobId,
        DriveId = job.DriveId,
        Nas = job.Nas,
        Devname = job.Devname,
        Serial = job.Serial,
        Model = job.Model,
        SizeBytes = job.SizeBytes,
        Operator = job.Summary.Operator,
        Profile = job.Summary.Profile,
        State = job.Summary.State,
        Verdict = job.Summary.Verdict,
        Reasons = job.Reasons,
        Percent = job.Summary.Percent,
        Stage = job.Summary.Stage,
        StagePercent = job.Summary.StagePercent,
        Phase = job.Summary.Phase,
        BytesPerSecond = job.Summary.BytesPerSecond,
        Eta = job.Summary.Eta,
        QueuePosition = job.Summary.QueuePosition,
        Trouble = job.Summary.Trouble,
        Errors = job.Summary.Errors,
        CreatedAt = job.Summary.CreatedAt,
        StartedAt = job.Summary.StartedAt,
        FinishedAt = job.Summary.FinishedAt,
        Cancelling = job.Summary.Cancelling,
        IsOver = job.IsOver,
        GivenUpBy = job.GivenUpBy,
        Epoch = job.Epoch,
        Held = job.Summary.Held,
        PausedBy = job.Summary.PausedBy,
        Passes = job.Summary.Passes,
        Surface = job.Surface,
        Policy = job.Policy,
        Judgements = job.Judgements.IsDefault ? [] : job.Judgements,
        Stages = job.Stages,
    };
}
