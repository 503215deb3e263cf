using Burnin.WebFront.Updates;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront.Tests.Updates;

/// <summary>Against a real HTTP server.</summary>
public sealed class UpdateCheckTests : IAsyncLifetime
{
    private readonly WallClock clock = new();
    private readonly FeedOptions options = new();
    private WebApplication app = null!;
    private int asked;
    private IResult answer = Results.Text("""{"tag_name": "v1.4.0", "html_url": "https://forge.example/releases/v1.4.0"}""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/latest", () =>
        {
            Interlocked.Increment(ref asked);
            return answer;
        });
        await app.StartAsync(Token);
        options.CurrentValue = new WebFrontOptions { UpdateFeed = $"{app.Urls.First()}/latest" };
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_says_what_is_newer_and_asks_once_an_hour_at_most()
    {
        var check = new UpdateCheck(options, clock);

        Assert.Equal(new UpdateAnswer("1.3.9", "v1.4.0", true, "https://forge.example/releases/v1.4.0", null), await check.AskAsync("1.3.9", Token));
        Assert.False((await check.AskAsync("1.4.0", Token)).IsNewer);
        Assert.Equal(1, asked);

        clock.Ahead = TimeSpan.FromMinutes(61);
        await check.AskAsync("1.4.0", Token);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Off_it_asks_nobody()
    {
        options.CurrentValue = new WebFrontOptions();

        Assert.StartsWith("Nobody is asked", (await new UpdateCheck(options, clock).AskAsync("1.0.0", Token)).Problem, StringComparison.Ordinal);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task A_link_that_is_no_web_page_is_not_passed_on()
    {
        answer = Results.Text("""{"tag_name": "v1.4.0", "html_url": "javascript:alert(1)"}""");

        Assert.Null((await new UpdateCheck(options, clock).AskAsync("1.0.0", Token)).Url);
    }

    [Fact]
    public async Task What_cannot_be_understood_or_is_elsewhere_is_a_problem_and_no_update()
    {
        foreach (var strange in new[] { Results.Text("<html>"), Results.Text("null"), Results.Text("""{"tag_name": "nightly"}"""), Results.StatusCode(404), Results.Redirect("http://127.0.0.1:1/"), Results.Text(new string('x', 300_000)) })
        {
            answer = strange;
            var told = await new UpdateCheck(options, clock).AskAsync("1.0.0", Token);
            Assert.NotNull(told.Problem);
            Assert.False(told.IsNewer);
        }
    }

    /// <summary>A clock on the wall that can be set; whoever waits is not hurried by it.</summary>
    private sealed class WallClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }

    private sealed class FeedOptions : IOptionsMonitor<WebFrontOptions>
    {
        public WebFrontOptions CurrentValue { get; set; } = new();

        public WebFrontOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<WebFrontOptions, string?> listener) => null;
    }
}
