using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.Grains.Jobs;

/// <summary>A job as the wire shows it.</summary>
internal static class JobViews
{
    extension(BurnInJob job)
    {
        public DriveJobView ToSummary(long revision, DateTimeOffset now) => new()
        {
            JobId = job.Id,
            State = job.StateWord,
            Verdict = job.Verdict?.Kind.Word,
            Operator = job.Operator,
            Profile = job.Profile,
            Percent = Math.Round(JobProgress.PercentOf(job), 1),
            Stage = job.Phase == JobPhase.Running ? job.Current?.Name.Wire : null,
            StagePercent = job.Phase == JobPhase.Running && job.Current is { } current ? Math.Round(current.Percent, 1) : null,
            Phase = job.Progress?.Phase,
            BytesPerSecond = job.Progress?.BytesPerSecond,
            Eta = WholeSecond(JobProgress.EtaOf(job, now)),
            QueuePosition = job.Phase == JobPhase.Queued ? job.QueuePosition : null,
            Trouble = job.Trouble,
            Errors = job.Progress?.Errors ?? job.Stages.Sum(stage => stage.Result?.BadBlockCount ?? 0),
            Headline = job.Verdict?.Reasons is { IsEmpty: false } reasons ? reasons[0].Text : null,
            CreatedAt = job.CreatedAt,
            StartedAt = job.StartedAt,
            FinishedAt = job.FinishedAt,
            Cancelling = job is { CancelledBy: not null, HasEnded: false },
            ShortSmart = SelfTestOf(job, StageName.ShortSmart),
            LongSmart = SelfTestOf(job, StageName.LongSmart),
            Revision = revision,
            Held = job.Held,
            PausedBy = job.PausedBy,
            Passes = job is { Phase: JobPhase.Running, Current: { Name.IsSurface: true } surface }
                ? surface.Name == StageName.IoValidate ? 1 : job.Surface.PassesOn(job.Target.Medium)
                : null,
        };

        public JobView ToView(long revision, DateTimeOffset now) => new()
        {
            DriveId = job.DriveId,
            Nas = job.Nas,
            Devname = job.DeviceName,
            Serial = job.Target.Serial,
            Model = job.Target.Model,
            SizeBytes = job.Target.SizeBytes,
            Summary = job.ToSummary(revision, now),
            Stages = [.. job.Stages.Select((stage, index) => stage.ToView(job.RunIds.FirstOrDefault(id => id == $"{job.Id}-{index}")))],
            Reasons = [.. job.Verdict?.Reasons.Select(reason => reason.ToView()) ?? []],
            Epoch = job.Epoch,
            IsOver = job.IsOver,
            GivenUpBy = job.GivenUp?.By,
            Policy = job.VerdictPolicy.Id,
            Judgements = [.. job.Judgements.Select(judgement => judgement.Verdict.ToView(judgement.Policy) with { By = judgement.By, At = judgement.At })],
            Surface = job.TestsSurface ? job.Surface.ToSettings(job.Target.Medium) : null,
        };
    }

    extension(JobStage stage)
    {
        private StageView ToView(string? runId) => new()
        {
            Name = stage.Name.Wire,
            State = stage.State.Word,
            Percent = Math.Round(stage.Percent, 1),
            StartedAt = stage.StartedAt,
            FinishedAt = stage.FinishedAt,
            Attempts = stage.Attempts,
            Reasons = [.. stage.Result?.Reasons.Select(reason => reason.ToView()) ?? []],
            BadBlocks = stage.Result?.BadBlocks ?? [],
            BadBlockCount = stage.Result?.BadBlockCount ?? 0,
            BlockBytes = stage.Result?.BlockBytes ?? 0,
            TestedBytes = stage.Result?.TestedBytes,
            UntestedBytes = stage.Result?.UntestedBytes,
            Log = stage.Result?.Log,
            RunId = runId,
        };
    }

    extension(Verdict verdict)
    {
        /// <param name="policy">With its version.</param>
        public JudgementView ToView(string policy) => new() { Policy = policy, Verdict = verdict.Kind.Word, Reasons = [.. verdict.Reasons.Select(reason => reason.ToView())] };
    }

    extension(Reason reason)
    {
        private ReasonView ToView() => new()
        {
            Code = reason.Code,
            Severity = reason.Severity.Word,
            Text = reason.Text,
            Rule = reason.Rule,
            Before = reason.Before,
            After = reason.After,
            Limit = reason.Limit,
            WhatNext = reason.WhatNext,
        };
    }

    private static SelfTestView? SelfTestOf(BurnInJob job, StageName name) =>
        job.Stages.FirstOrDefault(stage => stage.Name == name && stage.State is not (StageState.Pending or StageState.Skipped)) is not { } stage
            ? null
            : new SelfTestView { State = stage.State.Word, Percent = Math.Round(stage.Percent), FinishedAt = stage.FinishedAt };

    /// <summary>It is a guess, and told to every browser whenever it changes.</summary>
    private static DateTimeOffset? WholeSecond(DateTimeOffset? moment) =>
        moment is { } exact ? exact.AddTicks(-(exact.Ticks % TimeSpan.TicksPerSecond)) : null;
}
