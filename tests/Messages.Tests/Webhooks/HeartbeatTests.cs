using Burnin.Messages.Webhooks;
using Burnin.Rig;
using Microsoft.Extensions.Time.Testing;

namespace Burnin.Messages.Tests.Webhooks;

public sealed class HeartbeatTests : IAsyncLifetime
{
    private WebhookListener listener = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => listener = await WebhookListener.StartAsync(Token);

    public ValueTask DisposeAsync() => listener.DisposeAsync();

    [Fact]
    public async Task It_is_heard_or_says_why_it_was_not()
    {
        Assert.Null(await new Heartbeat(TimeProvider.System).BeatAsync(listener.Url, Token));
        Assert.Equal("/hooks/burnin?team=1", listener.Calls.Single().Path);

        listener.Answer(404);
        Assert.Equal("answered 404", await new Heartbeat(TimeProvider.System).BeatAsync(listener.Url, Token));
        var url = listener.Url;
        await listener.DisposeAsync();
        Assert.Equal("nothing listens there", await new Heartbeat(TimeProvider.System).BeatAsync(url, Token));
    }

    [Fact]
    public async Task Nobody_is_waited_for_for_ever()
    {
        listener.Answers.Enqueue(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        var clock = new FakeTimeProvider(SampleMessages.At);

        var beating = new Heartbeat(clock).BeatAsync(listener.Url, Token);
        await Eventually.TrueAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(beating.IsCompleted);
            },
            "it is given up",
            cancellationToken: Token);

        Assert.Equal("no answer within 10 s", await beating);
    }
}
