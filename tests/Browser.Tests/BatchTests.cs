using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Burnin.Browser.Tests;

/// <summary>What is done to one drive or to many from the table.</summary>
[Collection(nameof(ShownFleetCollection))]
public sealed class BatchTests(ShownFleet fleet)
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_drive_is_burned_in_after_its_serial_was_typed_and_not_before()
    {
        await fleet.NothingRunsAsync();
        var drive = (await fleet.FreeAsync())[0];
        await using var shown = await fleet.OpenAsync("/");
        var row = shown.Row(drive.GetProperty("id").GetString()!);
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^start") }).ClickAsync();
        var dialog = shown.Page.Locator("dialog#start");
        var start = dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("Erase and start") });

        await dialog.GetByLabel("operator").FillAsync("ann");
        await Expect(start).ToBeDisabledAsync();
        await dialog.GetByLabel("serial").FillAsync("WRONG");
        await Expect(start).ToBeDisabledAsync();
        await dialog.GetByLabel("serial").FillAsync(drive.GetProperty("serial").GetString()!);
        await start.ClickAsync();

        await Expect(dialog).Not.ToBeVisibleAsync();
        await Expect(row.Locator(".c-status")).Not.ToContainTextAsync("Passed");
        await Expect(row.Locator(".c-status")).ToContainTextAsync("Passed", Patient);
        await Expect(shown.Page.Locator(".toast").Last).ToContainTextAsync("passed");
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task A_whole_batch_is_chosen_ordered_and_started_without_a_mouse()
    {
        await fleet.NothingRunsAsync();
        await using var shown = await fleet.OpenAsync("/");
        var keys = shown.Page.Keyboard;
        foreach (var key in (string[])["j", "j", "x", "j", "x", "k", "k", "s"])
        {
            await keys.PressAsync(key);
        }

        var dialog = shown.Page.Locator("dialog#start");
        await Expect(dialog).ToContainTextAsync("2 selected");
        await TabToAsync(shown.Page, dialog.GetByRole(AriaRole.Button, new() { Name = "move SMART long up" }), backwards: true);
        await keys.PressAsync("Enter");
        await Expect(dialog.Locator(".stages b").First).ToHaveTextAsync("SMART long");

        await TabToAsync(shown.Page, dialog.GetByLabel("number of drives"));
        await keys.TypeAsync("2");
        await TabToAsync(shown.Page, dialog.GetByLabel("I want all data on them gone"));
        await keys.PressAsync("Space");
        await TabToAsync(shown.Page, dialog.GetByLabel("operator"));
        await keys.TypeAsync("ann");
        await keys.PressAsync("Enter");

        await Expect(dialog).ToBeHiddenAsync();
        await Expect(shown.Page.Locator("#toasts")).ToContainTextAsync("2 burn-ins started.");
        await Expect(shown.Page.Locator(".c-status", new() { HasTextRegex = new Regex("SMART long|Precheck|Running") })).ToHaveCountAsync(2);
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task Many_are_paused_resumed_and_all_are_cancelled_after_one_question()
    {
        await fleet.NothingRunsAsync();
        var drives = (await fleet.FreeAsync()).Take(3).ToArray();
        await using var shown = await fleet.OpenAsync("/");
        await fleet.StartAsync(drives);
        foreach (var drive in drives)
        {
            await shown.Row(drive.GetProperty("id").GetString()!).Locator("input[type=checkbox]").CheckAsync();
        }

        var batch = shown.Page.Locator("#batch");
        await batch.GetByRole(AriaRole.Button, new() { Name = "Pause 3" }).ClickAsync();
        await batch.GetByRole(AriaRole.Button, new() { Name = "Resume 3" }).ClickAsync();
        await Expect(batch.GetByRole(AriaRole.Button, new() { Name = "Pause 3" })).ToBeVisibleAsync();
        await shown.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel all 3" }).ClickAsync();
        await Expect(shown.Page.Locator("#confirm")).ToContainTextAsync("Cancel 3 jobs on 1 NAS?");
        await shown.Page.Locator("#confirm .btn--danger").ClickAsync();

        foreach (var drive in drives)
        {
            await Expect(shown.Row(drive.GetProperty("id").GetString()!).Locator(".c-status")).ToContainTextAsync("Cancelled", Patient);
        }

        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task What_lies_over_the_page_shuts_nobody_out_either()
    {
        await using var shown = await fleet.OpenAsync("/");
        await shown.Page.Keyboard.PressAsync("?");
        await Expect(shown.Page.Locator("#confirm")).ToContainTextAsync("Next drive");
        await FineAsync(shown.Page, "the list of keys");
        await shown.Page.Keyboard.PressAsync("Escape");

        await shown.Page.Locator(".columns summary").ClickAsync();
        await FineAsync(shown.Page, "the list of columns");
        await shown.Page.Keyboard.PressAsync("Escape");

        await shown.Page.Locator("#select-all").CheckAsync();
        await shown.Page.Keyboard.PressAsync("s");
        await Expect(shown.Page.Locator("dialog#start")).ToBeVisibleAsync();
        await FineAsync(shown.Page, "the start of many");
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task Who_wants_no_single_keys_switches_them_off()
    {
        await using var shown = await fleet.OpenAsync("/");
        await shown.Page.Keyboard.PressAsync("?");
        await shown.Page.Locator("#confirm").GetByLabel("Single keys are commands").UncheckAsync();
        await shown.Page.Keyboard.PressAsync("Escape");

        await shown.Page.Keyboard.PressAsync("j");
        await shown.Page.Keyboard.PressAsync("?");

        await Expect(shown.Page.Locator("#confirm")).ToBeHiddenAsync();
        Assert.Equal(0, await shown.Page.Locator("tr :focus").CountAsync());
    }

    private static async Task TabToAsync(IPage page, ILocator aim, bool backwards = false)
    {
        for (var steps = 0; steps < 60; steps++)
        {
            if (await aim.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"No number of tabs leads to {aim}.");
    }

    private static async Task FineAsync(IPage page, string where)
    {
        foreach (var theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            Assert.Empty(AxeFindings.Grave(await page.RunAxe(), $"{where}, {theme}"));
        }
    }
}
