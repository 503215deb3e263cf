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

public sealed class WebhookChannelTests : GrainCluster
{
    private protected override IEnumerable<KeyValuePair<string, string?>> Environment => [new("Burnin:Webhook:Url", "https://hooks.example/secret-path")];

    private INotifierGrain Notifier => Grains.Notifier("webhook");

    [Fact]
    public async Task Each_end_is_a_call_of_its_own_and_a_target_that_fails_first_gets_it_later()
    {
        Webhook.Answers.Enqueue(Delivery.Failed("call", "answered 500"));
        await AddNasAsync(2, "S1", "S2");
        var first = await PassAsync("S1");
        var second = await PassAsync("S2");

        await EventuallyAsync("all is told", async () => await Notifier.GetAsync() is { Waiting: 0, Trouble: null });

        Assert.Equal([first, first, second], Webhook.Calls.Select(call => call.Message.Job!.JobId));
        Assert.Equal("https://hooks.example/secret-path", Webhook.Calls.First().Target.Url.AbsoluteUri);
    }

    [Fact]
    public async Task What_the_target_refuses_is_given_up_and_the_next_one_goes_on()
    {
        Webhook.Answers.Enqueue(Delivery.Failed("call", "answered 400") with { Outcome = DeliveryOutcome.Refused });
        await AddNasAsync(2, "S1", "S2");
        await PassAsync("S1");
        await EventuallyAsync("it is given up", async () => (await Notifier.GetAsync()).GivenUp == 1);

        var second = await PassAsync("S2");

        await EventuallyAsync("the next is told", () => Task.FromResult(Webhook.Calls.Count == 2));
        Assert.Equal(second, Webhook.Calls.Last().Message.Job!.JobId);
    }

    [Fact]
    public async Task Who_wants_to_hear_of_trouble_alone_hears_of_nothing_else()
    {
        await ChangeAsync(("webhook_events", "trouble"));
        await EventuallyAsync("it holds", () => Task.FromResult(Now<WebhookOptions>().Events == WebhookEvents.Trouble));
        await AddNasAsync(2, "S1");

        await JobShowsAsync(await PassAsync("S1"), "the job is over", view => view.IsOver);

        Assert.Equal(0, (await Notifier.GetAsync()).Waiting);
        Assert.Empty(Webhook.Calls);
    }

    [Fact]
    public async Task A_test_calls_with_what_is_not_saved()
    {
        var values = ImmutableDictionary<string, string?>.Empty.Add("webhook_preset", "slack").Add("webhook_secret", "hunter2");

        Assert.True(Assert.IsType<ChannelTestResult.Tried>(await Notifier.TestAsync(values, sends: false)).Works);

        var (target, message) = Assert.Single(Webhook.Calls);
        Assert.Equal((WebhookPreset.Slack, "hunter2", MessageEvent.Test), (target.Preset, target.Secret, message.Event));
    }

    private async Task<string> PassAsync(string serial)
    {
        var job = await StartAsync(serial);
        await Nas.ShowAsync(await RunAsync(job, StageName.SurfaceValidate), new RunSnapshot.Ended(new RunResult { State = StageState.Passed, Reasons = [] }));
        await JobShowsAsync(job, "the job has ended", view => view.Summary.FinishedAt is not null);
        return job;
    }

    private async Task ChangeAsync(params (string Name, string? Value)[] values) => Assert.IsType<ChangeSettingsResult.Changed>(
        await Grains.Settings().ChangeAsync(new ChangeSettings { Values = values.ToImmutableDictionary(each => each.Name, each => each.Value), By = "ann" }));
}
