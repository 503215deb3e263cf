using System.Net.Http.Json;
using System.Text.Json;
using Burnin.Rig;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Burnin.Browser.Tests;

public sealed class DashboardTests : IAsyncLifetime
{
    private const int WholeFleet = 15;
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    private readonly string _data = Directory.CreateTempSubdirectory("burnin-data-").FullName;
    private BurninProcess _burnin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _burnin = await StartAsync(port: null);
        await Eventually.TrueAsync(async () => (await DrivesAsync()).Count == WholeFleet, "fifteen drives", cancellationToken: Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _burnin.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Fifteen_drives_are_shown_and_nothing_breaks_the_security_policy()
    {
        await using var browser = await BrowserPage.OpenAsync(_burnin.BaseAddress);

        await Expect(browser.Page.Locator("tr[data-id]")).ToHaveCountAsync(WholeFleet);
        await Expect(browser.Page.Locator(".stat").First).ToContainTextAsync("15");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_drive_is_burned_in_from_the_browser_after_its_serial_was_typed()
    {
        var drive = (await DrivesAsync())[0];
        await using var browser = await BrowserPage.OpenAsync(_burnin.BaseAddress);
        var row = browser.Row(drive.GetProperty("id").GetString()!);
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("start", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).ClickAsync();
        var dialog = browser.Page.Locator("dialog#start");
        var start = dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("Erase and start") });

        await dialog.GetByLabel("operator").FillAsync("ann");
        await Expect(start).ToBeDisabledAsync();
        await dialog.GetByLabel("serial").FillAsync("WRONG");
        await Expect(start).ToBeDisabledAsync();
        await dialog.GetByLabel("serial").FillAsync(drive.GetProperty("serial").GetString()!);
        await start.ClickAsync();

        await Expect(dialog).Not.ToBeVisibleAsync();
        await Expect(row.Locator(".c-status")).ToContainTextAsync("Passed", Patient);
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_batch_is_started_by_keyboard_alone()
    {
        await using var browser = await BrowserPage.OpenAsync(_burnin.BaseAddress);
        var keys = browser.Page.Keyboard;
        var serials = await browser.Page.Locator("#drives .c-serial").AllInnerTextsAsync();

        await TabToAsync(browser.Page, $"[aria-label='select {serials[^2]}']");
        await keys.PressAsync("Space");
        await TabToAsync(browser.Page, $"[aria-label='select {serials[^1]}']");
        await keys.PressAsync("Space");
        await TabToAsync(browser.Page, "#batch .btn--primary");
        await keys.PressAsync("Enter");
        await Expect(browser.Page.GetByLabel("number of drives")).ToBeFocusedAsync();
        await keys.TypeAsync("2");
        await TabToAsync(browser.Page, "#start footer .tick input");
        await keys.PressAsync("Space");
        await TabToAsync(browser.Page, "#start [aria-label=operator]");
        await keys.TypeAsync("ann");
        await TabToAsync(browser.Page, "#start .btn--danger");
        await keys.PressAsync("Enter");

        await Expect(browser.Page.Locator("dialog#start")).Not.ToBeVisibleAsync();
        await Expect(browser.Page.Locator(".toast")).ToContainTextAsync("2 burn-ins started");
        Assert.Equal(2, (await DrivesAsync()).Count(drive => drive.GetProperty("job").ValueKind == JsonValueKind.Object));
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_running_job_is_cancelled_from_the_browser()
    {
        var drive = (await DrivesAsync())[1];
        await StartJobsAsync(drive);
        await using var browser = await BrowserPage.OpenAsync(_burnin.BaseAddress);
        var row = browser.Row(drive.GetProperty("id").GetString()!);
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("cancel", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).ClickAsync();
        await browser.Page.Locator("dialog#confirm").Locator(".btn--danger").ClickAsync();

        await Expect(row.Locator(".c-status")).ToContainTextAsync("Cancelled", Patient);
    }

    [Fact]
    public async Task What_a_person_was_doing_survives_a_kill_of_the_server()
    {
        var drives = await DrivesAsync();
        await using var browser = await BrowserPage.OpenAsync(_burnin.BaseAddress);
        var row = browser.Row(drives[2].GetProperty("id").GetString()!);
        await row.Locator("input[type=checkbox]").CheckAsync();
        await browser.Row(drives[3].GetProperty("id").GetString()!).Locator("input[type=checkbox]").CheckAsync();
        await browser.Page.Locator("#batch").GetByRole(AriaRole.Button, new() { NameRegex = new("Start") }).ClickAsync();
        var operatorField = browser.Page.Locator("dialog#start").GetByLabel("operator");
        await operatorField.FillAsync("ann of the night shift");
        await operatorField.FocusAsync();

        await _burnin.KillAsync();
        await Expect(browser.Page.Locator("#pill")).Not.ToHaveAttributeAsync("data-state", "live", new() { Timeout = 30_000 });
        var port = _burnin.Port;
        await _burnin.DisposeAsync();
        _burnin = await StartAsync(port);
        await browser.LiveAsync();

        await Expect(operatorField).ToHaveValueAsync("ann of the night shift");
        await Expect(operatorField).ToBeFocusedAsync();
        await Expect(row.Locator("input[type=checkbox]")).ToBeCheckedAsync();
        Assert.Empty(browser.Faults);
    }

    /// <summary>As far as the Tab key leads: a control that it does not reach is none for whoever has no mouse.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 300; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }
        }

        Assert.Fail($"The Tab key does not reach {selector}.");
    }

    private Task<BurninProcess> StartAsync(int? port) =>
        BurninProcess.StartAsync(BurninSetup.Demo(speedUp: 40) with { DataDirectory = _data, Port = port }, Token);

    private async Task<List<JsonElement>> DrivesAsync() =>
        [.. (await _burnin.HttpClient.GetFromJsonAsync<JsonElement>("/api/v1/drives", Token)).GetProperty("drives").EnumerateArray()];

    private async Task StartJobsAsync(params JsonElement[] drives)
    {
        using var response = await _burnin.HttpClient.PostAsJsonAsync("/api/v1/burnin/start", new
        {
            drive_ids = drives.Select(drive => drive.GetProperty("id").GetString()),
            @operator = "ann",
            confirm_destructive = true,
            confirm_serial = drives[0].GetProperty("serial").GetString(),
        }, Token);
        response.EnsureSuccessStatusCode();
    }
}
