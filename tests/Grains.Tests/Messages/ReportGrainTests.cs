using Burnin.Domain.Jobs;
using Burnin.Domain.Messages;
using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Nases;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Messages;

/// <summary>It is 03:04 UTC when these begin, 04:04 in Berlin.</summary>
public sealed class ReportGrainTests : GrainCluster
{
    private protected override IEnumerable<KeyValuePair<string, string?>> Environment =>
    [
        new("Burnin:Mail:Host", "mail.example"), new("Burnin:Mail:To", "ann@example.org"), new("Burnin:Mail:From", "burnin@example.org"),
        new("Burnin:Mail:TimeZone", "Europe/Berlin"), new("Burnin:Mail:AlertOnFail", "false"), new("Burnin:Webhook:Url", "https://hooks.example/"), new("Burnin:Webhook:HeartbeatUrl", "https://beat.example/1"),
    ];

    [Fact]
    public async Task The_report_of_a_day_comes_once_at_its_hour_with_all_that_ended()
    {
        await AddNasAsync(2, "S1");
        var job = await FailAsync("S1");
        await Grains.Report().LookAsync();
        await LoseActivationsAsync();

        await LookUntilAsync("the report comes", () => Told(MessageEvent.DailyReport).Any());

        var report = Told(MessageEvent.DailyReport).Single();
        Assert.StartsWith("Report of 2026-01-02: 1 failed", report.Headline, StringComparison.Ordinal);
        Assert.Contains("S1", report.Tables[0].Rows.Single()[0], StringComparison.Ordinal);
        Assert.Equal((7, 0), (report.At.Hour, report.At.Minute));
        Assert.DoesNotContain(Webhook.Calls, call => call.Message.Event == MessageEvent.DailyReport);
        Assert.Contains(Webhook.Calls, call => call.Message.Job?.JobId == job);

        await LookUntilAsync("the next day", () => Clock.GetUtcNow().Day == 3 && Clock.GetUtcNow().Hour == 8);
        await EventuallyAsync("the next report comes", () => Task.FromResult(Told(MessageEvent.DailyReport).Count() == 2));
        Assert.StartsWith("Report of 2026-01-03: nothing ended", Told(MessageEvent.DailyReport).Last().Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_NAS_that_does_not_answer_for_long_is_missed_once_even_over_a_loss_and_its_return_is_told()
    {
        await AddNasAsync(2, "S1");
        await Grains.Report().LookAsync();
        Nas.Trouble = new NasException(NasFault.Unreachable, "No route.");
        await LookUntilAsync("it is missed", () => Told(MessageEvent.NasSilent).Any());
        Assert.Equal("No route.", Told(MessageEvent.NasSilent).Single().Reasons[0]);

        await LoseActivationsAsync();
        await Grains.Nas(NasName).EnsurePollingAsync();
        await Grains.Report().LookAsync();
        Clock.Advance(TimeSpan.FromMinutes(2));
        await Grains.Report().LookAsync();
        Assert.Empty(Told(MessageEvent.NasBack));

        Nas.Trouble = null;
        await LookUntilAsync("its return is told", () => Told(MessageEvent.NasBack).Any());
        Assert.Single(Told(MessageEvent.NasSilent));
    }

    [Fact]
    public async Task A_NAS_that_is_paused_is_not_missed()
    {
        await AddNasAsync(2, "S1");
        await Grains.Nas(NasName).ChangeAsync(new NasChange { Paused = true }, TestContext.Current.CancellationToken);

        for (var hour = 0; hour < 24; hour++)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await Grains.Report().LookAsync();
        }

        Assert.Empty(Told(MessageEvent.NasSilent));
    }

    [Fact]
    public async Task Each_look_around_is_a_beat_that_somebody_outside_can_miss()
    {
        await Grains.Report().LookAsync();
        await Grains.Report().LookAsync();

        Assert.Equal(["https://beat.example/1", "https://beat.example/1"], Heartbeat.Beats.Select(beat => beat.AbsoluteUri));
    }

    private IEnumerable<Message> Told(MessageEvent happened) => Mailer.Sent.SelectMany(mail => mail).Where(message => message.Event == happened);

    private async Task LookUntilAsync(string what, Func<bool> condition)
    {
        for (var looks = 0; !condition() && looks < 3000; looks++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await Grains.Report().LookAsync();
        }

        await EventuallyAsync(what, () => Task.FromResult(condition()));
    }

    private async Task<string> FailAsync(string serial)
    {
        var job = await StartAsync(serial);
        await Nas.ShowAsync(await RunAsync(job, StageName.SurfaceValidate), new RunSnapshot.Ended(new RunResult
        {
            State = StageState.Failed,
            Reasons = [new Reason("bad_blocks", Severity.Fail, "Bad blocks were found.", "surface")],
        }));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        return job;
    }
}
