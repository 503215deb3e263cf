using System.Globalization;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.WebFront.Pages.Parts;

namespace Burnin.WebFront.Pages.Jobs;

/// <summary>What a burn-in's own page, its printed sheet and a comparison say in the same words.</summary>
internal static class JobText
{
    /// <summary>Each with the stage that gave it.</summary>
    public static IReadOnlyList<ReasonLine> Reasons(JobView job) =>
        [.. (job.Reasons.IsEmpty && !job.IsOver ? job.Stages.SelectMany(stage => stage.Reasons) : job.Reasons).Select(reason => LineOf(job, reason))];

    /// <summary>What the verdict calls for.</summary>
    public static string? Next(JobView job) => (job.Summary.Verdict, job.Summary.State) switch
    {
        ("pass", _) => "put it to use",
        ("pass_with_notes", _) => "read the notes, then decide",
        ("fail", _) => "return or replace it",
        ("inconclusive", _) => "mend the cause, run it again",
        (_, "cancelled") => "nothing is proved: run it again",
        _ => null,
    };

    /// <summary>Of the drive, the part that every pass went over, 0 to 100; null where no stage says.</summary>
    public static double? TestedPercent(JobView job) =>
        job.Stages.Select(StageText.TestedPercent).Where(percent => percent is not null).DefaultIfEmpty(null).Max();

    public static string Engine(SurfaceSettings surface) => string.Join(", ", Words(surface));

    private static IEnumerable<string> Words(SurfaceSettings surface)
    {
        yield return surface.Engine == "auto" ? "engine chosen by the host" : surface.Engine;
        yield return surface.Passes == 1 ? "1 pass" : $"{surface.Passes} passes";
        yield return surface.Mode == "read" ? "read only" : "write and verify";
    }

    private static ReasonLine LineOf(JobView job, ReasonView reason) => new(
        reason.Severity,
        reason.Text,
        reason.Rule == reason.Code ? reason.Code : $"{reason.Rule}: {reason.Code}",
        job.Stages.FirstOrDefault(stage => stage.Reasons.Any(own => own.Code == reason.Code && own.Text == reason.Text)) is { } stage
            ? DriveStatus.StageWord(stage.Name)
            : null,
        reason.WhatNext,
        Numbers(reason));

    private static string? Numbers(ReasonView reason) => reason.After is not { } after ? null
        : string.Create(CultureInfo.InvariantCulture, $"{(reason.Before is { } before ? $"{before:0.##} → " : "")}{after:0.##}{(reason.Limit is { } limit ? $", limit {limit:0.##}" : "")}");
}
