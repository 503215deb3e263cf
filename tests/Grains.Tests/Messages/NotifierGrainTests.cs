using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.Domain.Messages;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Messages;
using Burnin.Grains.Interfaces.Settings;
using Burnin.Grains.Messages;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Messages;

public sealed class NotifierGrainTests : GrainCluster
{
    private protected override IEnumerable<KeyValuePair<string, string?>> Environment =>
    [
        new("Burnin:Mail:Host", "mail.example"), new("Burnin:Mail:To", "ann@example.org"), new("Burnin:Mail:From", "burnin@example.org"),
    ];

    private INotifierGrain Notifier => Grains.Notifier("mail");

    [Fact]
    public async Task A_drive_that_fails_is_told_once_with_its_reasons()
    {
        await AddNasAsync(2, "S1");
        var job = await FailAsync("S1");

        await EventuallyAsync("it is told", () => Task.FromResult(!Mailer.Sent.IsEmpty));

        var message = Assert.Single(Mailer.Sent.Single());
        Assert.Equal((MessageEvent.BurninFailed, job, "S1"), (message.Event, message.Job!.JobId, message.Job.Serial));
        Assert.NotEmpty(message.Reasons);
        var account = Mailer.Accounts.Single();
        Assert.Equal(("mail.example", 587, "ann@example.org"), (account.Host, account.Port, account.To.Single()));
    }

    [Fact]
    public async Task A_drive_that_passes_is_told_only_where_that_is_wanted()
    {
        await AddNasAsync(2, "S1", "S2");
        await PassAsync("S1");
        await ChangeAsync(("mail_on_pass", "true"));
        await EventuallyAsync("it is wanted", () => Task.FromResult(Now<MailOptions>().AlertOnPass));
        var second = await PassAsync("S2");

        await EventuallyAsync("the second is told", () => Task.FromResult(!Mailer.Sent.IsEmpty));

        Assert.Equal(second, Mailer.Sent.Single().Single().Job!.JobId);
    }

    [Fact]
    public async Task What_was_not_told_when_all_was_lost_is_told_afterwards()
    {
        Mailer.Refusal = "not now";
        await AddNasAsync(2, "S1");
        await FailAsync("S1");
        await EventuallyAsync("it was tried", () => Task.FromResult(Mailer.Attempts > 0));
        await LoseActivationsAsync();

        Mailer.Refusal = null;

        await EventuallyAsync("it is told", () => Task.FromResult(!Mailer.Sent.IsEmpty));
        await EventuallyAsync("nothing waits", async () => (await Notifier.GetAsync()) is { Waiting: 0, Trouble: null });
        Assert.Single(Mailer.Sent);
    }

    [Fact]
    public async Task The_same_end_told_twice_is_one_message_even_after_a_loss()
    {
        await AddNasAsync(2, "S1");
        var job = await JobAsync(await FailAsync("S1"));
        await EventuallyAsync("it is told", async () => (await Notifier.GetAsync()).DeliveredAt is not null);

        await Notifier.JobEndedAsync(job);
        await LoseActivationsAsync();
        await Notifier.JobEndedAsync(job);

        Assert.Equal(0, (await Notifier.GetAsync()).Waiting);
        Assert.Single(Mailer.Sent);
    }

    [Fact]
    public async Task A_server_that_is_down_is_asked_less_and_less_and_a_job_waits_for_nobody()
    {
        Mailer.Refusal = "down";
        await AddNasAsync(2, "S1");
        var job = await FailAsync("S1");
        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        await EventuallyAsync("it was tried once", async () => (await Notifier.GetAsync()).Trouble is not null);

        var from = Clock.GetUtcNow();
        var before = Mailer.Attempts;
        await EventuallyAsync("ten minutes pass", () => Task.FromResult(Clock.GetUtcNow() - from > TimeSpan.FromMinutes(10)));

        Assert.InRange(Mailer.Attempts - before, 2, 6);
        var view = await Notifier.GetAsync();
        Assert.Equal((1, "send: down"), (view.Waiting, view.Trouble));
        Assert.True(view.NextTryAt > Clock.GetUtcNow().AddMinutes(-1));
    }

    [Fact]
    public async Task A_server_that_hangs_keeps_no_job_waiting_and_what_ends_meanwhile_goes_in_one_mail()
    {
        Mailer.Hold();
        await AddNasAsync(4, "S1", "S2", "S3");
        await JobShowsAsync(await FailAsync("S1"), "the job is over", view => view.IsOver);
        await EventuallyAsync("the mail is on its way", () => Task.FromResult(Mailer.Attempts == 1));
        await JobShowsAsync(await FailAsync("S2"), "the second is over", view => view.IsOver);
        await JobShowsAsync(await FailAsync("S3"), "the third is over", view => view.IsOver);

        Mailer.LetGo();

        await EventuallyAsync("all is told", async () => (await Notifier.GetAsync()).Waiting == 0);
        Assert.Equal([1, 2], Mailer.Sent.Select(mail => mail.Length));
    }

    [Fact]
    public async Task A_test_tries_what_is_not_saved_with_what_is()
    {
        await ChangeAsync(("smtp_user", "ann"), ("smtp_password", "hunter2"));

        var tried = Assert.IsType<ChannelTestResult.Tried>(await Notifier.TestAsync(Values(("smtp_mode", "tls"), ("smtp_user", "bob")), sends: true));

        Assert.True(tried.Works);
        var account = Mailer.Accounts.Single();
        Assert.Equal(("mail.example", 465, "bob", "hunter2"), (account.Host, account.Port, account.User, account.Password));
        Assert.Equal(MessageEvent.Test, Mailer.Sent.Single().Single().Event);
        Assert.Equal(1, (await Grains.Settings().GetAsync()).Version);
    }

    [Fact]
    public async Task A_test_that_sends_nothing_sends_nothing()
    {
        Assert.True(Assert.IsType<ChannelTestResult.Tried>(await Notifier.TestAsync(Values(), sends: false)).Works);

        Assert.Empty(Mailer.Sent);
    }

    [Fact]
    public async Task A_test_of_what_could_not_be_saved_says_why()
    {
        var invalid = Assert.IsType<ChannelTestResult.Invalid>(await Notifier.TestAsync(Values(("smtp_port", "70000"), ("smtp_host", "other")), sends: true));

        Assert.Equal(["smtp_host", "smtp_port"], invalid.Faults.Select(fault => fault.Name).Order(StringComparer.Ordinal));
        Assert.Equal(0, Mailer.Attempts);
    }

    private async Task<string> FailAsync(string serial) => await EndAsync(serial, new RunResult
    {
        State = StageState.Failed,
        Reasons = [new Reason("bad_blocks", Severity.Fail, "Bad blocks were found.", "surface")],
    });

    private async Task<string> PassAsync(string serial) => await EndAsync(serial, new RunResult { State = StageState.Passed, Reasons = [] });

    private async Task<string> EndAsync(string serial, RunResult result)
    {
        var job = await StartAsync(serial);
        await Nas.ShowAsync(await RunAsync(job, StageName.SurfaceValidate), new RunSnapshot.Ended(result));
        await JobShowsAsync(job, "the job has ended", view => view.Summary.FinishedAt is not null);
        return job;
    }

    private async Task ChangeAsync(params (string Name, string? Value)[] values) =>
        Assert.IsType<ChangeSettingsResult.Changed>(await Grains.Settings().ChangeAsync(new ChangeSettings { Values = Values(values), By = "ann" }));

    private static ImmutableDictionary<string, string?> Values(params (string Name, string? Value)[] values) =>
        values.ToImmutableDictionary(each => each.Name, each => each.Value);
}
