using System.Security.Cryptography;
using System.Text;
using Burnin.Domain.Messages;
using Burnin.Messages.Webhooks;
using Burnin.Rig;
using Microsoft.Extensions.Time.Testing;

namespace Burnin.Messages.Tests.Webhooks;

/// <summary>Against a real HTTP server.</summary>
public sealed class WebhookCallerTests : IAsyncLifetime
{
    private WebhookListener listener = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => listener = await WebhookListener.StartAsync(Token);

    public ValueTask DisposeAsync() => listener.DisposeAsync();

    [Fact]
    public async Task The_fields_of_the_original_have_their_names_and_ours_stand_beside_them()
    {
        Assert.Equal(DeliveryOutcome.Delivered, (await CallAsync()).Outcome);

        var call = Assert.Single(listener.Calls);
        Assert.Equal(("/hooks/burnin?team=1", "application/json; charset=utf-8"), (call.Path, call.Headers["content-type"]));
        Assert.Equal(
            "burnin_failed 01JOB sda ZC1 ST4000 failed ann 3 blocks could not be read. Reallocated sectors grew from 0 to 8.",
            string.Join(' ', "event job_id devname serial model state operator error_text".Split(' ').Select(name => call.Json.GetProperty(name).GetString())));
        Assert.Equal(("nas1", "fail", 2), (call.Json.GetProperty("nas").GetString(), call.Json.GetProperty("verdict").GetString(), call.Json.GetProperty("reasons").GetArrayLength()));
    }

    [Theory]
    [InlineData("correct horse", "correct horse")]
    [InlineData("whsec_Y29ycmVjdCBob3JzZQ==", "correct horse")]
    [InlineData("whsec_not base64", "whsec_not base64")]
    public async Task The_signature_can_be_checked_with_the_secret_and_the_id_stays_the_same(string secret, string key)
    {
        await CallAsync(new WebhookTarget { Url = listener.Url, Secret = secret });
        await CallAsync(new WebhookTarget { Url = listener.Url, Secret = secret });

        foreach (var call in listener.Calls)
        {
            Assert.Equal("job:ZC1:ended", call.Headers["webhook-id"]);
            var signed = Encoding.UTF8.GetBytes($"{call.Headers["webhook-id"]}.{call.Headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(call.Body)}");
            Assert.Equal($"v1,{Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), signed))}", call.Headers["webhook-signature"]);
        }
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_signature_and_a_token_is_a_bearer()
    {
        await CallAsync(new WebhookTarget { Url = listener.Url, Token = "tk_1" });

        var call = Assert.Single(listener.Calls);
        Assert.False(call.Headers.ContainsKey("webhook-signature"));
        Assert.Equal("Bearer tk_1", call.Headers["authorization"]);
    }

    [Fact]
    public async Task A_server_that_fails_first_gets_it_later_and_is_left_alone_for_as_long_as_it_asks()
    {
        listener.Answer(500, "out\r\nof order");
        listener.Answer(429, "", ("Retry-After", "90"));

        var first = await CallAsync();
        var second = await CallAsync();

        Assert.Equal((DeliveryOutcome.Failed, "call: answered 500 out  of order"), (first.Outcome, first.Why));
        Assert.Equal((DeliveryOutcome.Failed, TimeSpan.FromSeconds(90)), (second.Outcome, second.RetryAfter!.Value));
        Assert.Equal(DeliveryOutcome.Delivered, (await CallAsync()).Outcome);
    }

    [Theory]
    [InlineData(400, DeliveryOutcome.Refused)]
    [InlineData(413, DeliveryOutcome.Refused)]
    [InlineData(415, DeliveryOutcome.Refused)]
    [InlineData(422, DeliveryOutcome.Refused)]
    [InlineData(401, DeliveryOutcome.Failed)]
    [InlineData(403, DeliveryOutcome.Failed)]
    [InlineData(404, DeliveryOutcome.Failed)]
    [InlineData(408, DeliveryOutcome.Failed)]
    [InlineData(503, DeliveryOutcome.Failed)]
    public async Task What_is_wrong_with_the_message_is_given_up_and_what_is_wrong_with_the_address_is_not(int status, DeliveryOutcome expected)
    {
        listener.Answer(status);

        Assert.Equal(expected, (await CallAsync()).Outcome);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_even_within_the_house()
    {
        await using var inside = await WebhookListener.StartAsync(Token);
        listener.Answer(307, "", ("Location", inside.Url.AbsoluteUri));

        var delivery = await CallAsync();

        Assert.Equal(DeliveryOutcome.Failed, delivery.Outcome);
        Assert.Contains("points elsewhere, which is not followed", delivery.Why, StringComparison.Ordinal);
        Assert.Empty(inside.Calls);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_not_waited_for_for_ever()
    {
        listener.Answers.Enqueue(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        var clock = new FakeTimeProvider(SampleMessages.At);

        var calling = new WebhookCaller(clock).CallAsync(new WebhookTarget { Url = listener.Url }, SampleMessages.Failed(), Token);
        await Eventually.TrueAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(calling.IsCompleted);
            },
            "it is given up",
            cancellationToken: Token);

        Assert.Equal("call: no answer within 20 s", (await calling).Why);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_so()
    {
        var url = listener.Url;
        await listener.DisposeAsync();

        Assert.Equal("call: nothing listens there", (await CallAsync(new WebhookTarget { Url = url })).Why);
    }

    [Theory]
    [InlineData("http://127.0.0.1/my%20drives")]
    [InlineData("http://127.0.0.1/my%20drives/")]
    public async Task Ntfy_gets_its_topic_at_the_root(string address)
    {
        var url = new UriBuilder(address) { Port = listener.Url.Port }.Uri;

        await CallAsync(new WebhookTarget { Url = url, Preset = WebhookPreset.Ntfy });

        var call = Assert.Single(listener.Calls);
        Assert.Equal(("/", "my drives", 4), (call.Path, call.Json.GetProperty("topic").GetString(), call.Json.GetProperty("priority").GetInt32()));
        Assert.StartsWith("ST4000 ZC1 on nas1 (sda): failed\n• 3 blocks", call.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drive_with_a_clever_name_mentions_nobody()
    {
        var clever = SampleMessages.Failed() with { Headline = "<!channel> & @everyone <http://evil|x>" };

        await CallAsync(new WebhookTarget { Url = listener.Url, Preset = WebhookPreset.Slack }, clever);
        await CallAsync(new WebhookTarget { Url = listener.Url, Preset = WebhookPreset.Discord }, clever);

        Assert.Contains("&lt;!channel&gt; &amp; @everyone", listener.Calls.First().Json.GetProperty("text").GetString(), StringComparison.Ordinal);
        var discord = listener.Calls.Last().Json;
        Assert.Equal(0, discord.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength());
        Assert.Equal("Burnin: failed", discord.GetProperty("embeds")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Nothing_that_is_said_of_a_call_holds_a_secret()
    {
        listener.Answer(500);

        var delivery = await CallAsync(new WebhookTarget { Url = listener.Url, Secret = "correct horse", Token = "tk_1" });

        Assert.All(["correct horse", "tk_1", "hooks/burnin"], secret => Assert.DoesNotContain(secret, string.Join("; ", delivery.Steps), StringComparison.Ordinal));
    }

    private Task<Delivery> CallAsync(WebhookTarget? target = null, Message? message = null) =>
        new WebhookCaller(TimeProvider.System).CallAsync(target ?? new WebhookTarget { Url = listener.Url }, message ?? SampleMessages.Failed(), Token);
}
