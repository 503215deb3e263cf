using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed partial class PageTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontHost front = fixture.Front;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_has_its_rows_before_any_script_runs()
    {
        var page = await front.Http.GetStringAsync("/", Cancellation);

        Assert.All(front.World.Drives.Values, drive => Assert.Contains(drive.Serial, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_address_chooses_rows_without_any_script()
    {
        var failed = await front.Http.GetStringAsync("/?state=failed", Cancellation);
        var found = await front.Http.GetStringAsync("/?q=vrg4t0", Cancellation);

        Assert.Equal((1, 1), (RowTag().Count(failed), RowTag().Count(found)));
        Assert.Contains("VRG4T0LK", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_a_strict_policy_and_nothing_inline()
    {
        using var response = await front.Http.GetAsync("/", Cancellation);
        var page = await response.Content.ReadAsStringAsync(Cancellation);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

        foreach (var part in (string[])["default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"])
        {
            Assert.Contains(part, policy, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.DoesNotMatch("<style", page);
        Assert.DoesNotMatch(@"\sstyle\s*=", page);
        Assert.DoesNotMatch(@"\son[a-z]+\s*=", page);
        Assert.All(ScriptTag().Matches(page), script => Assert.Contains("src=", script.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_drive_calls_itself_is_text_and_no_markup()
    {
        var world = Showroom.Open();
        world.Drives["d-missing"] = world.Drives["d-missing"] with { Serial = "<img src=x>" };
        await using var own = await FrontHost.StartAsync(world);

        var page = await own.Http.GetStringAsync("/", Cancellation);

        Assert.Contains("&lt;img src=x&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_of_the_front_is_served_and_not_empty()
    {
        foreach (var path in Files())
        {
            foreach (var encoding in (string[])["identity", "gzip"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.AcceptEncoding.ParseAdd(encoding);
                using var response = await front.Http.SendAsync(request, Cancellation);

                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} {encoding}: {response.StatusCode}");
                Assert.True((await response.Content.ReadAsByteArrayAsync(Cancellation)).Length > 0, $"{path} {encoding} is empty");
            }
        }
    }

    [Fact]
    public async Task A_page_without_a_fleet_says_so()
    {
        await using var alone = await FrontHost.StartAsync(new FakeWorld());

        Assert.Contains("No NAS yet", await alone.Http.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_means_that_the_fleet_answers_and_live_that_the_process_does()
    {
        await using var own = await FrontHost.StartAsync(Showroom.Open());
        Assert.Equal(HttpStatusCode.OK, (await own.Http.ReadAsync("/health/ready")).Status);

        own.World.FleetFailure = () => new TimeoutException();

        Answer.IsProblem(await own.Http.ReadAsync("/health/ready"), HttpStatusCode.ServiceUnavailable, "not_ready");
        Assert.Equal(HttpStatusCode.OK, (await own.Http.ReadAsync("/health/live")).Status);
        Assert.Contains("did not come in time", await own.Http.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        Answer.IsProblem(await own.Http.ReadAsync("/api/v1/drives"), HttpStatusCode.GatewayTimeout, "time_out");
    }

    /// <summary>The list that the build has made: what is in it is what a browser can ask for.</summary>
    private static List<string> Files()
    {
        var list = Path.Combine(AppContext.BaseDirectory, "Burnin.WebFront.Tests.staticwebassets.endpoints.json");
        var routes = JsonDocument.Parse(File.ReadAllText(list)).RootElement.GetProperty("Endpoints").EnumerateArray()
            .Select(endpoint => endpoint.GetProperty("Route").GetString()!)
            .Distinct()
            .ToList();
        Assert.Contains("js/app.js", routes);
        return routes;
    }

    [GeneratedRegex("<tr data-id=")]
    private static partial Regex RowTag();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex ScriptTag();
}
