using System.Text.RegularExpressions;
using Burnin.Archive;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Burnin.Browser.Tests;

[Collection(nameof(ShownFleetCollection))]
public sealed class DriveTests(ShownFleet fleet)
{
    [Fact]
    public async Task A_drive_opens_beside_the_table_and_the_address_leads_back_to_it()
    {
        await using var shown = await fleet.OpenAsync("/?state=idle");
        var link = shown.Page.Locator("#drives td.c-serial a").First;
        var serial = await link.InnerTextAsync();
        await link.ClickAsync();

        await Expect(shown.Page.Locator("#drawer h1")).ToHaveTextAsync(serial);
        Assert.EndsWith($"/drives/{serial}?state=idle", shown.Page.Url, StringComparison.Ordinal);
        await Expect(shown.Page.Locator("#drives tr.is-open")).ToHaveCountAsync(1);

        await shown.Page.Keyboard.PressAsync("Escape");
        await Expect(shown.Page.Locator("#drawer")).ToBeHiddenAsync();
        await Expect(link).ToBeFocusedAsync();
        Assert.EndsWith("/?state=idle", shown.Page.Url, StringComparison.Ordinal);

        await shown.Page.GoBackAsync();
        await Expect(shown.Page.Locator("#drawer h1")).ToHaveTextAsync(serial);
        await shown.Page.ReloadAsync();
        await Expect(shown.Page.Locator("main h1")).ToHaveTextAsync(serial);
        Assert.Empty(shown.Faults);
    }

    [Theory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task The_drawer_and_the_start_of_its_drive_shut_nobody_out(ColorScheme theme)
    {
        await using var shown = await fleet.OpenAsync("/?state=idle", theme: theme);
        await shown.Page.Locator("#drives td.c-serial a").First.ClickAsync();
        await Expect(shown.Page.Locator("#drawer h1")).ToBeVisibleAsync();
        Assert.Empty(AxeFindings.Grave(await shown.Page.RunAxe(), "the drawer"));

        await shown.Page.Locator("#drawer [data-act=start]").ClickAsync();
        await Expect(shown.Page.Locator("#start .plan")).ToBeVisibleAsync();
        Assert.Empty(AxeFindings.Grave(await shown.Page.RunAxe(), "the start of one drive"));
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task A_location_is_saved_by_Enter_and_put_back_by_Escape_and_what_came_from_elsewhere_is_told()
    {
        var drive = (await fleet.DrivesAsync())[^1];
        var path = $"/drives/{drive.GetProperty("serial").GetString()}";
        await using var one = await fleet.OpenAsync(path);
        await using var other = await fleet.OpenAsync(path);
        var field = one.Page.Locator("[data-edit=location]");

        await field.FillAsync("Shelf A");
        await field.PressAsync("Enter");
        await Expect(one.Page.Locator(".toast")).ToContainTextAsync("Location of");
        await Expect(other.Page.Locator("[data-edit=location]")).ToHaveValueAsync("Shelf A", new() { Timeout = 30_000 });

        await field.FillAsync("Shelf B");
        await other.Page.Locator("[data-edit=location]").FillAsync("Shelf C");
        await other.Page.Locator("[data-edit=location]").PressAsync("Enter");
        await Expect(one.Page.Locator(".edit__hint")).ToContainTextAsync("changed to \"Shelf C\" elsewhere", new() { Timeout = 30_000 });
        await Expect(field).ToHaveValueAsync("Shelf B");
        await field.PressAsync("Escape");
        await Expect(field).ToHaveValueAsync("Shelf C");
        Assert.Empty(one.Faults);
    }

    [Fact]
    public async Task Who_may_only_look_reads_what_others_edit_and_is_offered_nothing_to_press()
    {
        await using var shown = await fleet.OpenAsync($"/drives/{(await fleet.DrivesAsync())[^1].GetProperty("serial").GetString()}");
        await Expect(shown.Page.Locator("[data-edit=location]")).ToBeVisibleAsync();
        await Expect(shown.Page.Locator(".as-text").First).ToBeHiddenAsync();

        await shown.Page.EvaluateAsync("document.body.dataset.role = 'viewer'");

        await Expect(shown.Page.Locator("[data-edit=location]")).ToBeHiddenAsync();
        await Expect(shown.Page.Locator(".as-text").First).ToBeVisibleAsync();
        Assert.Equal(0, await shown.Page.Locator("[data-act]:visible").CountAsync());
    }

    [Fact]
    public async Task The_chart_says_what_is_under_the_pointer_and_the_raw_output_is_shown_on_demand()
    {
        await using var shown = await fleet.OpenAsync($"/drives/{KnownJobs.Serial}");
        await shown.Page.Locator("[data-chart=speed] .chart").HoverAsync();
        await Expect(shown.Page.Locator("[data-chart=speed] .chart__say")).ToHaveTextAsync(new Regex("^at 7.[0-9] TB: write [0-9]+ MB/s, read [0-9]+ MB/s, siblings"));
        await shown.Page.Locator("[data-raw] summary").ClickAsync();
        await Expect(shown.Page.Locator("[data-raw] pre")).ToContainTextAsync("Current_Pending_Sector");
        Assert.Empty(shown.Faults);
    }
}
