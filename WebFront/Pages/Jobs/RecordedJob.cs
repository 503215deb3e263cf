using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.History.Jobs;

namespace Burnin.WebFront.Pages.Jobs;

/// <summary>What was last recorded of a job, in the words of the job itself: for when it cannot be asked.</summary>
internal static class RecordedJob
{
    public static JobView ToView(JobDetail recorded)
    {
        var (job, stages) = recorded;
        var current = stages.FirstOrDefault(stage => stage.State == "running");
        return new()
        {
            DriveId = job.DriveId,
            Nas = job.Nas,
            Devname = job.DeviceName,
            Serial = job.Serial,
            Model = job.Model,
            SizeBytes = job.SizeBytes,
            Summary = new DriveJobView
            {
                JobId = job.JobId,
                State = job.State,
                Verdict = job.Verdict,
                Operator = job.Operator,
                Profile = job.Profile,
                Percent = PercentOf(stages),
                Stage = current?.Name,
                StagePercent = current?.Percent,
                Headline = job.Reasons is [var first, ..] ? first.Text : null,
                Errors = stages.Sum(stage => stage.Result?.BadBlockCount ?? 0),
                CreatedAt = job.CreatedAt,
                StartedAt = job.StartedAt,
                FinishedAt = job.FinishedAt,
                Revision = 0,
            },
            Stages = [.. stages.Select(ToView)],
            Reasons = [.. job.Reasons.Select(ToView)],
            Epoch = 0,
            IsOver = job.IsOver,
        };
    }

    private static StageView ToView(StageRecord stage) => new()
    {
        Name = stage.Name,
        State = stage.State,
        Percent = stage.Percent,
        StartedAt = stage.StartedAt,
        FinishedAt = stage.FinishedAt,
        Attempts = stage.Attempts,
        Reasons = [.. stage.Result?.Reasons.Select(ToView) ?? []],
        BadBlocks = [.. stage.Result?.BadBlocks ?? []],
        BadBlockCount = stage.Result?.BadBlockCount ?? 0,
        BlockBytes = stage.Result?.BlockBytes ?? 0,
        TestedBytes = stage.Result?.TestedBytes,
        UntestedBytes = stage.Result?.UntestedBytes,
        Log = stage.Log,
    };

    private static ReasonView ToView(JobReason reason) => new()
    {
        Code = reason.Code,
        Severity = reason.Severity,
        Text = reason.Text,
        Rule = reason.Rule,
        Before = reason.Before,
        After = reason.After,
        Limit = reason.Limit,
        WhatNext = reason.WhatNext,
    };

    private static double PercentOf(IReadOnlyList<StageRecord> stages)
    {
        var whole = stages.Sum(stage => stage.ExpectedSeconds);
        return whole <= 0 ? 0 : Math.Round(stages.Sum(stage => stage.ExpectedSeconds * stage.Percent) / whole, 1);
    }
}
