using System.Text.Json;
using Burnin.Archive;
using Burnin.Rig;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;
using static Microsoft.Playwright.Assertions;

namespace Burnin.Browser.Tests;

[Collection(nameof(ShownFleetCollection))]
public sealed class PagesTests(ShownFleet fleet)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ShownPages.All), MemberType = typeof(ShownPages))]
    public async Task Nobody_is_shut_out_in_either_theme(string name, string path)
    {
        await using var shown = await fleet.OpenAsync(path);
        var dark = await shown.Page.RunAxe();

        // Only colours differ between the themes.
        await shown.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var light = await shown.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } });

        Assert.True(dark.Passes.Length > 10, $"{name}: axe has looked at nothing.");
        string[] bad = [.. AxeFindings.Grave(dark, "dark"), .. AxeFindings.Grave(light, "light")];
        Assert.True(bad.Length == 0, $"{name}\n{string.Join('\n', bad)}");
    }

    [Theory]
    [MemberData(nameof(ShownPages.All), MemberType = typeof(ShownPages))]
    public async Task Without_scripts_a_page_says_the_same_and_offers_nothing_that_needs_them(string name, string path)
    {
        await using var shown = await fleet.OpenAsync(path, withScripts: false);

        await Expect(shown.Page.Locator("h1, .empty h2").First).ToBeAttachedAsync();
        Assert.True((await shown.Page.Locator("main").InnerTextAsync()).Length > 60, name);
        Assert.Equal(0, await shown.Page.Locator(".needs-script:visible").CountAsync());
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task The_theme_is_chosen_once_and_is_there_in_the_next_page_from_the_first_byte()
    {
        await using var shown = await fleet.OpenAsync("/stats", theme: ColorScheme.Dark);
        await shown.Page.Locator(".menu--look summary").ClickAsync();
        await shown.Page.Locator("input[name=theme][value=light]").CheckAsync();
        Assert.Equal("rgb(245, 246, 248)", await GroundAsync(shown.Page));

        var answer = await shown.Page.GotoAsync(new Uri(fleet.Burnin.BaseAddress, "/audit").ToString());

        Assert.Contains("data-theme=\"light\"", await answer!.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("rgb(245, 246, 248)", await GroundAsync(shown.Page));
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task Without_scripts_the_theme_is_chosen_by_a_form()
    {
        await using var shown = await fleet.OpenAsync("/stats?period=all", withScripts: false);
        await shown.Page.Locator(".menu--look summary").ClickAsync();
        await shown.Page.Locator("input[name=theme][value=light]").CheckAsync();
        await shown.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Expect(shown.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        Assert.EndsWith("/stats?period=all", shown.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moments_are_said_in_the_time_zone_of_the_browser_and_in_UTC_by_choice()
    {
        await using var shown = await fleet.OpenAsync($"/history/{KnownJobs.Failed}");
        var ended = shown.Page.Locator(".verdict time").Last;

        Assert.DoesNotContain("UTC", await ended.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("UTC", await ended.GetAttributeAsync("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filtering_ordering_and_paging_go_by_plain_links_and_forms()
    {
        await using var shown = await fleet.OpenAsync("/history", withScripts: false);
        await shown.Page.Locator("input[name=q]").FillAsync("pending");
        await shown.Page.Locator("select[name=verdict]").SelectOptionAsync("fail");
        await shown.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(shown.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=pending.*verdict=fail"));
        await shown.Page.GetByRole(AriaRole.Link, new() { Name = "Serial", Exact = true }).ClickAsync();

        var serials = await shown.Page.Locator(".runs__serial").AllInnerTextsAsync();
        Assert.NotEmpty(serials);
        Assert.Equal(serials.Order(StringComparer.Ordinal), serials);
        Assert.All(await shown.Page.Locator(".runs__state").AllInnerTextsAsync(), state => Assert.Equal("Failed", state));
    }

    [Fact]
    public async Task Two_ticks_and_a_button_compare_two_burn_ins()
    {
        await using var shown = await fleet.OpenAsync("/history?state=passed");
        var compare = shown.Page.GetByRole(AriaRole.Button, new() { Name = "Compare two" });
        await Expect(compare).ToBeDisabledAsync();
        await shown.Page.Locator("input[name=run]").Nth(0).CheckAsync();
        await shown.Page.Locator("input[name=run]").Nth(2).CheckAsync();
        await compare.ClickAsync();

        await Expect(shown.Page.Locator(".compare .badge")).ToHaveCountAsync(2);
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task The_page_of_a_burn_in_follows_it_to_its_end_and_leaves_open_what_a_person_has_opened()
    {
        var drive = (await fleet.FreeAsync())[0];
        var job = (await fleet.StartAsync(drive)).GetProperty("jobs")[0].GetProperty("job_id").GetString();
        await using var shown = await fleet.OpenAsync($"/history/{job}");
        await shown.Page.EvaluateAsync("document.querySelector('a.link').focus();");

        await Expect(shown.Page.Locator(".verdict__word")).ToContainTextAsync("Pass", new() { Timeout = 120_000 });

        await Expect(shown.Page.Locator("#pill")).ToContainTextAsync("Ended");
        Assert.Equal("History", await shown.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.Equal(0, await shown.Page.Locator("[data-act]").CountAsync());
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task A_burn_in_is_cancelled_on_its_own_page_after_a_question()
    {
        var drive = (await fleet.FreeAsync())[^1];
        var job = (await fleet.StartAsync(drive)).GetProperty("jobs")[0].GetProperty("job_id").GetString();
        await using var shown = await fleet.OpenAsync($"/history/{job}");
        await shown.Page.Locator("[data-act=cancel]").ClickAsync();
        await shown.Page.Locator("dialog#confirm .btn--danger").ClickAsync();

        await Expect(shown.Page.Locator(".verdict__word")).ToContainTextAsync("Cancelled", new() { Timeout = 60_000 });
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task A_phone_that_reads_the_code_on_the_printed_sheet_comes_to_the_burn_in()
    {
        await using var shown = await fleet.OpenAsync($"/history/{KnownJobs.WithNotes}/print", 900, 1300);
        await shown.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var image = await shown.Page.Locator(".qr").ScreenshotAsync();

        // Decoded by the browser, which alone can read its own picture here; read as a code by another library than made it.
        var pixels = await shown.Page.EvaluateAsync<JsonElement>(
            """
            async (png) => {
              const image = new Image();
              image.src = `data:image/png;base64,${png}`;
              await image.decode();
              const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
              const pen = canvas.getContext('2d');
              pen.drawImage(image, 0, 0);
              const { data } = pen.getImageData(0, 0, image.width, image.height);
              return { width: image.width, height: image.height, grey: Array.from({ length: data.length / 4 }, (_, at) => data[at * 4]) };
            }
            """,
            Convert.ToBase64String(image));
        var (width, height) = (pixels.GetProperty("width").GetInt32(), pixels.GetProperty("height").GetInt32());
        byte[] grey = [.. pixels.GetProperty("grey").EnumerateArray().Select(value => value.GetByte())];
        var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height, RGBLuminanceSource.BitmapFormat.Gray8))));

        Assert.Equal(new Uri(fleet.Burnin.BaseAddress, $"/history/{KnownJobs.WithNotes}").ToString(), read?.Text);
    }

    [Fact]
    public async Task The_printed_sheet_is_one_A4_page_and_always_light()
    {
        await using var shown = await fleet.OpenAsync($"/history/{KnownJobs.Failed}/print", theme: ColorScheme.Dark);

        var paper = System.Text.Encoding.Latin1.GetString(await shown.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));

        Assert.Single(System.Text.RegularExpressions.Regex.Matches(paper, "/Type\\s*/Page\\b"));
        Assert.Equal("rgb(255, 255, 255)", await shown.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.sheet')).backgroundColor"));
    }

    /// <summary>A Burnin in Production, from what the build has put out, without publishing.</summary>
    [Fact]
    public async Task Every_file_of_the_front_is_served_and_not_empty_in_Production()
    {
        var list = Path.ChangeExtension(BuiltAssembly.Silo(), ".staticwebassets.endpoints.json");
        using var endpoints = JsonDocument.Parse(await File.ReadAllTextAsync(list, Stop));
        string[] routes = [.. endpoints.RootElement.GetProperty("Endpoints").EnumerateArray().Select(endpoint => endpoint.GetProperty("Route").GetString()!).Distinct()];

        Assert.Contains("css/job.css", routes);
        foreach (var route in routes)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(route, UriKind.Relative));
            request.Headers.AcceptEncoding.ParseAdd("br, gzip");
            using var response = await fleet.Burnin.HttpClient.SendAsync(request, Stop);

            Assert.True(response.IsSuccessStatusCode, $"{route}: {response.StatusCode}");
            Assert.True((await response.Content.ReadAsByteArrayAsync(Stop)).Length > 0, $"{route} is empty");
            Assert.NotNull(response.Headers.ETag);
        }
    }

    private static Task<string> GroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
