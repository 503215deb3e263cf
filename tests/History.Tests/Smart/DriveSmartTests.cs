using Burnin.Archive;

namespace Burnin.History.Tests.Smart;

public sealed class DriveSmartTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_reading_is_held_against_the_beginning_of_the_same_burn_in()
    {
        await using var history = await FilledAsync();

        var smart = await history.DriveSmart.ReadAsync($"d-{KnownJobs.Serial}", Stop);

        Assert.Equal((Now.AddHours(-106), Now.AddHours(-6)), (smart.Before!.TakenAt, smart.Now!.TakenAt));
        var pending = smart.Comparison.Lines.Single(line => line.Id == 197);
        Assert.Equal((0L, 8L, "bad"), (pending.Before, pending.After, pending.Tone));
    }

    [Fact]
    public async Task A_trend_goes_over_all_burn_ins_oldest_first()
    {
        await using var history = await FilledAsync();

        var smart = await history.DriveSmart.ReadAsync($"d-{KnownJobs.Serial}", Stop);

        Assert.Equal([3, 215, 238, 338], smart.Trends[9]);
        Assert.Equal([0, 0, 0, 8], smart.Trends[197]);
    }

    [Fact]
    public async Task A_burn_in_that_has_told_once_is_held_against_the_end_of_the_one_before()
    {
        await using var history = await FilledAsync();
        history.Execute($"DELETE FROM burnin_smart WHERE job_id = '{KnownJobs.Failed}' AND stage = 4");

        var smart = await history.DriveSmart.ReadAsync($"d-{KnownJobs.Serial}", Stop);

        Assert.Equal((Now.AddDays(-40), Now.AddHours(-106)), (smart.Before!.TakenAt, smart.Now!.TakenAt));
    }

    [Fact]
    public async Task A_drive_without_a_reading_has_nothing_to_show()
    {
        await using var history = await FilledAsync();

        var smart = await history.DriveSmart.ReadAsync("d-none", Stop);

        Assert.Null(smart.Now);
        Assert.Empty(smart.Comparison.Lines);
        Assert.Empty(smart.Trends);
    }

    private static async Task<HistoryOnDisk> FilledAsync()
    {
        var history = HistoryOnDisk.Created();
        await PastHistory.FillAsync(history.Services, Now, jobs: 0, Stop);
        return history;
    }
}
