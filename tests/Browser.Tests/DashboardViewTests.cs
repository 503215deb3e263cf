using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Burnin.Browser.Tests;

/// <summary>How the drives are looked at: chosen, ordered, counted, and left in peace while somebody is at them.</summary>
[Collection(nameof(ShownFleetCollection))]
public sealed class DashboardViewTests(ShownFleet fleet)
{
    private const int WholeFleet = 15;

    [Fact]
    public async Task All_drives_are_counted_grouped_by_NAS_and_the_failed_come_first()
    {
        await using var shown = await fleet.OpenAsync("/");

        await Expect(shown.Rows).ToHaveCountAsync(WholeFleet);
        await Expect(shown.Page.Locator(".stat").First).ToContainTextAsync("15");
        await Expect(shown.Page.Locator("tr.group")).ToContainTextAsync("of 4 slots");
        await Expect(shown.Rows.First.Locator(".c-status")).ToHaveTextAsync("Failed");
        await Expect(shown.Page.Locator(".banner")).ToContainTextAsync("failed");
        await Expect(shown.Page.Locator(".facts")).ToContainTextAsync("of 4");
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task Choice_order_and_search_are_in_the_address_and_come_back_with_it()
    {
        await using var shown = await fleet.OpenAsync("/");
        await shown.Page.Locator("[data-sort=size]").ClickAsync();
        await shown.Page.Locator("[data-sort=size]").ClickAsync();
        await shown.Page.Keyboard.PressAsync("/");
        await shown.Page.Keyboard.TypeAsync("toshiba");
        await Expect(shown.Rows).ToHaveCountAsync(2);
        await Expect(shown.Page).ToHaveURLAsync(new Regex(@"\?q=toshiba&sort=-size$"));

        await shown.ReloadAsync();

        await Expect(shown.Rows).ToHaveCountAsync(2);
        await Expect(shown.Page.Locator("#search")).ToHaveValueAsync("toshiba");
        await Expect(shown.Page.Locator("th.c-size")).ToHaveAttributeAsync("aria-sort", "descending");
        await shown.Page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await Expect(shown.Rows).ToHaveCountAsync(WholeFleet);
        await shown.Page.Locator(".stat", new() { HasText = "Failed" }).ClickAsync();
        await Expect(shown.Page).ToHaveURLAsync(new Regex(@"\?state=failed&sort=-size$"));
        await Expect(shown.Rows.Locator(".c-status")).ToHaveTextAsync(["Failed"]);
        Assert.Empty(shown.Faults);
    }

    /// <summary>As publishing compresses them.</summary>
    [Fact]
    public async Task Scripts_and_styles_of_the_drives_stay_under_ninety_kilobytes()
    {
        await using var shown = await fleet.OpenAsync("/");
        var files = await shown.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(each => each.name).filter(name => /\\.(js|css)$/.test(name))");

        var weights = new Dictionary<string, long>();
        foreach (var file in files.Distinct())
        {
            var bytes = await fleet.Burnin.HttpClient.GetByteArrayAsync(new Uri(file), TestContext.Current.CancellationToken);
            using var packed = new MemoryStream();
            await using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                await brotli.WriteAsync(bytes, TestContext.Current.CancellationToken);
            }

            weights.Add(file, packed.Length);
        }

        Assert.True(weights.Count > 20, $"only {weights.Count} files were seen");
        Assert.True(weights.Values.Sum() < 90_000, $"{weights.Values.Sum()} bytes: {string.Join(", ", weights.OrderByDescending(each => each.Value).Take(8))}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{weights.Count} files, {weights.Values.Sum()} bytes");
    }

    [Fact]
    public async Task A_search_that_finds_nothing_offers_the_way_out()
    {
        await using var shown = await fleet.OpenAsync("/?q=nowhere");

        await Expect(shown.Page.Locator("#empty")).ToContainTextAsync("15 drives are hidden");
        await shown.Page.Locator("#empty button").ClickAsync();

        await Expect(shown.Rows).ToHaveCountAsync(WholeFleet);
    }

    [Fact]
    public async Task Columns_and_density_are_remembered_and_there_from_the_first_byte()
    {
        await using var shown = await fleet.OpenAsync("/");
        await shown.Page.Locator(".columns summary").ClickAsync();
        await shown.Page.GetByLabel("Model").UncheckAsync();
        await shown.Page.GetByLabel("Long test").UncheckAsync();
        await shown.Page.Keyboard.PressAsync("Escape");
        await shown.Page.GetByRole(AriaRole.Button, new() { Name = "comfortable rows" }).ClickAsync();
        await Expect(shown.Page.Locator("th.c-model")).ToBeHiddenAsync();

        var first = await shown.ReloadAsync();

        Assert.Contains("table hides-model hides-long", first, StringComparison.Ordinal);
        Assert.Contains("data-density=\"comfortable\"", first, StringComparison.Ordinal);
        await Expect(shown.Page.Locator("th.c-model")).ToBeHiddenAsync();
        await Expect(shown.Page.Locator("th.c-short")).ToBeVisibleAsync();
        Assert.Equal(40, await shown.Rows.First.EvaluateAsync<int>("row => row.offsetHeight"));
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task A_row_never_moves_under_the_pointer_and_goes_to_its_place_once_it_is_left()
    {
        await fleet.NothingRunsAsync();
        await using var shown = await fleet.OpenAsync("/");
        var before = await shown.OrderAsync();
        var drive = (await fleet.FreeAsync()).Single(each => each.GetProperty("id").GetString() == before[^1]);
        await shown.Row(before[3]).Locator(".c-model").HoverAsync();

        await fleet.StartAsync(drive);
        await Expect(shown.Row(before[^1]).Locator(".c-acts button").First).ToHaveAttributeAsync("title", "Pause burn-in");
        await Expect(shown.Page.Locator(".chip--pending")).ToContainTextAsync("moved, apply");
        Assert.Equal(before, await shown.OrderAsync());

        await shown.Page.Locator(".brand").HoverAsync();
        await Expect(shown.Rows.Nth(1)).ToHaveAttributeAsync("data-id", before[^1]);
        await Expect(shown.Page.Locator(".chip--pending")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_typed_into_a_row_stays_and_says_when_another_was_faster()
    {
        await using var shown = await fleet.OpenAsync("/");
        var id = (await shown.OrderAsync())[^1];
        var place = shown.Row(id).Locator(".edit");
        await place.FillAsync("Shelf A");
        await fleet.PlaceAsync(id, "Shelf B");

        await Expect(place).ToHaveAttributeAsync("title", "changed to \"Shelf B\" elsewhere");
        await Expect(place).ToHaveValueAsync("Shelf A");
        await place.PressAsync("Escape");
        await Expect(place).ToHaveValueAsync("Shelf B");
        await place.FillAsync("Shelf C");
        await place.PressAsync("Enter");
        await fleet.UntilAsync(id, drive => drive.GetProperty("location").GetString() == "Shelf C");
        await place.FillAsync("Shelf D");
        await shown.Page.Locator("#search").FocusAsync();
        await fleet.UntilAsync(id, drive => drive.GetProperty("location").GetString() == "Shelf D");
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task On_a_phone_a_drive_is_a_card_with_all_its_acts_in_reach_of_a_thumb()
    {
        await using var shown = await fleet.OpenAsync("/", width: 390, height: 844);

        await Expect(shown.Page.Locator("thead")).ToBeHiddenAsync();
        var box = await shown.Rows.Last.Locator(".c-acts button").First.BoundingBoxAsync();
        Assert.True(box is { Width: >= 44, Height: >= 44 } && box.X + box.Width <= 390, JsonSerializer.Serialize(box));
        Assert.Equal(0, await shown.OverflowAsync());
    }

    [Fact]
    public async Task On_a_wide_screen_the_table_takes_all_of_it()
    {
        await using var shown = await fleet.OpenAsync("/", width: 3840, height: 2160);

        Assert.Equal(3840, await shown.Page.Locator("#drives").EvaluateAsync<int>("table => table.offsetWidth"));
        var meter = await shown.Rows.Nth(1).Locator(".c-burn").BoundingBoxAsync();
        Assert.True(meter!.Width > 1000, $"{meter.Width} wide");
    }
}
