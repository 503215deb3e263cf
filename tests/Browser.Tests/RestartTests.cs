using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Burnin.Rig;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Burnin.Browser.Tests;

/// <summary>A Burnin of its own: it is killed.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("burnin-data-").FullName;
    private BurninProcess _burnin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _burnin = await StartAsync(port: null);
        await Eventually.TrueAsync(async () => (await DrivesAsync()).Count == 15, "fifteen drives", cancellationToken: Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _burnin.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task What_a_person_was_doing_survives_a_kill_of_the_server()
    {
        await using var browser = await BrowserPage.OpenAsync(new Uri(_burnin.BaseAddress, "?q=st&sort=-size"), height: 420);
        var mine = (string[])["document.querySelector('#tablewrap').scrollTop", "document.querySelector('#tablewrap').dataset.mine"];
        await browser.Page.EvaluateAsync("document.querySelector('#tablewrap').dataset.mine = 'the same document'");
        await browser.Page.Locator("tr[data-id]").First.Locator("input[type=checkbox]").CheckAsync();
        await browser.Page.Locator("tr[data-id]").Last.Locator("input[type=checkbox]").CheckAsync();
        var order = await browser.Page.Locator("tr[data-id] .c-serial").AllInnerTextsAsync();
        var scrolled = await browser.Page.EvaluateAsync<int>(mine[0]);
        await browser.Page.Locator("#batch").GetByRole(AriaRole.Button, new() { NameRegex = new("Start") }).ClickAsync();
        var operatorField = browser.Page.Locator("dialog#start").GetByLabel("operator");
        await operatorField.FillAsync("ann of the night shift");
        await operatorField.FocusAsync();

        await _burnin.KillAsync();
        await Expect(browser.Page.Locator("#pill")).ToContainTextAsync("Stale since", new() { Timeout = 30_000 });
        await Expect(browser.Page.Locator("#tablewrap")).ToHaveClassAsync("is-cut");
        var port = _burnin.Port;
        await _burnin.DisposeAsync();
        _burnin = await StartAsync(port);
        await browser.LiveAsync();

        await Expect(operatorField).ToHaveValueAsync("ann of the night shift");
        await Expect(operatorField).ToBeFocusedAsync();
        await Expect(browser.Page.Locator("tr[data-id] input[type=checkbox]:checked")).ToHaveCountAsync(2);
        await Expect(browser.Page.Locator("#tablewrap")).Not.ToHaveClassAsync("is-cut");
        Assert.Equal(order, await browser.Page.Locator("tr[data-id] .c-serial").AllInnerTextsAsync());
        Assert.True(scrolled > 0);
        Assert.Equal(scrolled, await browser.Page.EvaluateAsync<int>(mine[0]));
        Assert.Equal("the same document", await browser.Page.EvaluateAsync<string>(mine[1]));
        await Expect(browser.Page).ToHaveURLAsync(new Regex(@"\?q=st&sort=-size$"));
        Assert.Empty(browser.Faults);
    }

    private Task<BurninProcess> StartAsync(int? port) =>
        BurninProcess.StartAsync(BurninSetup.Demo(speedUp: 40) with { DataDirectory = _data, Port = port }, Token);

    private async Task<List<JsonElement>> DrivesAsync() =>
        [.. (await _burnin.HttpClient.GetFromJsonAsync<JsonElement>("/api/v1/drives", Token)).GetProperty("drives").EnumerateArray()];
}
