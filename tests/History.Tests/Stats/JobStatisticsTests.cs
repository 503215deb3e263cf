using Burnin.Archive;
using Burnin.Domain.Jobs;
using Burnin.History.Stats;
using Burnin.History.Tests.Jobs;

namespace Burnin.History.Tests.Stats;

public sealed class JobStatisticsTests
{
    private const long Terabyte = 1_000_000_000_000;

    private static readonly StatsFilter All = new() { Today = new DateOnly(2026, 11, 23) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_recorded_is_nothing_counted_and_fourteen_empty_days()
    {
        await using var history = HistoryOnDisk.Created();

        var found = await history.Statistics.ReadAsync(All, Stop);

        Assert.Equal((0, 0, 0, 0, 0), (found.Outcomes.Ended, found.Models.Count, found.Sizes.Count, found.Stages.Count, found.Reasons.Count));
        Assert.Equal((14, new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 23)), (found.Days.Count, found.Days[0].Day, found.Days[^1].Day));
        Assert.All(found.Days, day => Assert.Equal((0, 0, 0), (day.Ordered, day.Outcomes.Ended, day.TestedBytes)));
    }

    [Fact]
    public async Task Each_job_counts_once_by_its_outcome_and_its_model()
    {
        await using var history = HistoryOnDisk.Created();
        await RecordAsync(history, "A1", "pass", "MA");
        await RecordAsync(history, "A2", "pass_with_notes", "MA");
        await RecordAsync(history, "A3", "fail", "MA");
        await RecordAsync(history, "B1", "inconclusive", "MB");
        await RecordAsync(history, "B2", null, "MB");
        await history.Ledger.RecordAsync(AJob.Queued("RUNS"), Stop);

        var found = await history.Statistics.ReadAsync(All, Stop);

        Assert.Equal(new Outcomes { Pass = 1, PassWithNotes = 1, Fail = 1, Inconclusive = 1, Cancelled = 1 }, found.Outcomes);
        Assert.Equal(["MA", "MB"], found.Models.Select(model => model.Model));
        Assert.Equal(new PassRate(2, 3), found.Models[0].Outcomes.Rate);
        Assert.Null(found.Models[1].Outcomes.Rate.Percent);
    }

    [Fact]
    public async Task A_period_and_a_NAS_leave_the_others_out()
    {
        await using var history = HistoryOnDisk.Created();
        await RecordAsync(history, "IN", "pass", ended: AJob.Noon);
        await RecordAsync(history, "BEFORE", "pass", ended: AJob.Noon.AddDays(-3));
        await RecordAsync(history, "ELSEWHERE", "fail", nas: "cellar", ended: AJob.Noon);

        var found = await history.Statistics.ReadAsync(All with { From = AJob.Noon.AddDays(-1), To = AJob.Noon.AddDays(1), Nas = "attic" }, Stop);

        Assert.Equal(new Outcomes { Pass = 1 }, found.Outcomes);
        Assert.Equal(2, found.Days.Sum(day => day.Outcomes.Ended));
    }

    [Fact]
    public async Task A_day_holds_what_was_ordered_and_what_ended_on_it_in_UTC()
    {
        await using var history = HistoryOnDisk.Created();
        var midnight = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
        await RecordAsync(history, "LATE", "pass", ended: midnight.AddMilliseconds(-1), tested: 3 * Terabyte);
        await RecordAsync(history, "EARLY", "fail", ended: midnight, tested: Terabyte);
        await RecordAsync(history, "OLD", "pass", ended: midnight.AddDays(-13), tested: Terabyte);

        var days = (await history.Statistics.ReadAsync(All, Stop)).Days.ToDictionary(day => day.Day.Day);

        Assert.Equal((1, 0, 3 * Terabyte), (days[21].Outcomes.Pass, days[21].Outcomes.Fail, days[21].TestedBytes));
        Assert.Equal((0, 1, Terabyte), (days[22].Outcomes.Pass, days[22].Outcomes.Fail, days[22].TestedBytes));
        Assert.Equal(2, days[21].Ordered);
        Assert.Equal(2, days.Values.Sum(day => day.Outcomes.Ended));
    }

    [Fact]
    public async Task Durations_are_of_passed_jobs_by_nominal_size_and_profile_with_their_spread()
    {
        await using var history = HistoryOnDisk.Created();
        foreach (var (index, hours) in ((int[])[10, 20, 30, 40, 50]).Index())
        {
            await RecordAsync(history, $"P{index}", "pass", size: (16 * Terabyte) + (index * 900_000), hours: hours, tested: 16 * Terabyte);
        }

        await RecordAsync(history, "FAILED", "fail", size: 16 * Terabyte, hours: 1);
        await RecordAsync(history, "SMALL", "pass_with_notes", size: 500_107_862_016, hours: 4, profile: "quick");

        var found = await history.Statistics.ReadAsync(All, Stop);

        Assert.Equal([(500_000_000_000, "quick", 1L), (16 * Terabyte, "full", 5L)], found.Sizes.Select(size => (size.SizeBytes, size.Profile, size.Jobs)));
        Assert.Equal((14, 30, 46), (found.Sizes[1].LowSeconds / 3600, found.Sizes[1].MedianSeconds / 3600, found.Sizes[1].HighSeconds / 3600));
    }

    [Fact]
    public async Task Hours_per_terabyte_are_of_whole_surfaces_only()
    {
        await using var history = HistoryOnDisk.Created();
        await RecordAsync(history, "WHOLE", "pass", "M", size: 4 * Terabyte, hours: 40, tested: 4 * Terabyte);
        await RecordAsync(history, "SAMPLED", "pass", "M", size: 4 * Terabyte, hours: 1, tested: Terabyte / 100);
        await RecordAsync(history, "NONE", "pass", "N", size: 4 * Terabyte, hours: 1);

        var found = await history.Statistics.ReadAsync(All, Stop);

        Assert.Equal([10.0, null], found.Models.OrderBy(model => model.Model).Select(model => model.HoursPerTerabyte));
    }

    [Fact]
    public async Task Failures_are_told_by_stage_and_by_reason()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Ledger.RecordAsync(AJob.Failed("F1"), Stop);
        await history.Ledger.RecordAsync(AJob.Failed("F2") with { Nas = "cellar" }, Stop);

        var found = await history.Statistics.ReadAsync(All, Stop);

        Assert.Equal([new StageStats("short_smart", 2, 0, 0), new StageStats("surface_validate", 2, 2, 0)], found.Stages);
        Assert.Equal([new ReasonStats("bad_blocks", "fail", 2)], found.Reasons);
    }

    /// <summary>A year of a busy shop. What is slow here is a missing index: the limit is far above what it takes.</summary>
    [Fact]
    public async Task Thousands_of_jobs_are_counted_in_a_moment_by_the_index_of_those_that_ended()
    {
        await using var history = HistoryOnDisk.Created();
        await ManyJobs.FillAsync(history.Services, jobs: 5_000, stagesEach: 5, Stop);
        var day = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

        var begun = TimeProvider.System.GetTimestamp();
        var found = await history.Statistics.ReadAsync(All with { From = day.AddDays(-90) }, Stop);
        var took = TimeProvider.System.GetElapsedTime(begun);

        Assert.Equal(90 * 5_000 / 365, found.Outcomes.Ended, tolerance: 30);
        Assert.Equal(found.Outcomes.Ended, found.Models.Sum(model => model.Outcomes.Ended));
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(5, JobStatistics.Questions.Count);
        Assert.All(JobStatistics.Questions, sql => Assert.Contains(
            history.Plan(sql.Replace("@From", "'2026-08-25T00:00:00.000Z'", StringComparison.Ordinal)),
            step => step.Contains("ix_burnin_job_finished", StringComparison.Ordinal)));
    }

    private static Task RecordAsync(
        HistoryOnDisk history, string id, string? verdict, string model = "M", string nas = "attic", DateTimeOffset? ended = null, long size = 4 * Terabyte,
        double hours = 2, long? tested = null, string profile = "full")
    {
        var end = ended ?? AJob.Noon;
        var passed = verdict is "pass" or "pass_with_notes";
        return history.Ledger.RecordAsync(
            AJob.Queued(id) with
            {
                Model = model,
                Nas = nas,
                SizeBytes = size,
                Profile = profile,
                State = verdict switch { "fail" => "failed", "inconclusive" => "inconclusive", null => "cancelled", _ => "passed" },
                IsOver = true,
                Verdict = verdict,
                CreatedAt = end.AddHours(-hours),
                StartedAt = end.AddHours(-hours),
                FinishedAt = end,
                Stages = tested is null ? [] :
                [
                    new JobStage
                    {
                        Name = StageName.SurfaceValidate,
                        ExpectedSeconds = 1,
                        State = passed ? StageState.Passed : StageState.Failed,
                        Result = new RunResult { State = passed ? StageState.Passed : StageState.Failed, Reasons = [], TestedBytes = tested },
                    },
                ],
            },
            Stop);
    }
}
