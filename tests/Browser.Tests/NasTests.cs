using System.Net.Http.Json;
using System.Text.Json;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Burnin.Browser.Tests;

[Collection(nameof(ShownFleetCollection))]
public sealed class NasTests(ShownFleet fleet)
{
    [Fact]
    public async Task How_it_is_reached_is_tried_from_the_form_and_only_what_the_kind_needs_is_asked_for()
    {
        await using var shown = await fleet.OpenAsync("/nas/demo/settings");

        await Expect(shown.Page.Locator("#private_key")).ToBeHiddenAsync();
        await shown.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Try only" }).ClickAsync();
        await Expect(shown.Page.Locator("#nas-said")).ToContainTextAsync("Nothing was stored", new() { Timeout = 30_000 });
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task How_many_may_run_at_once_is_set_from_its_page()
    {
        await using var shown = await fleet.OpenAsync("/nas/demo");
        var field = shown.Page.GetByLabel("burn-ins at once");
        var before = await field.InputValueAsync();

        await SetAsync("7");
        await Expect(shown.Page.Locator(".vital").First).ToContainTextAsync("of 7", new() { Timeout = 30_000 });
        Assert.Equal(7, (await fleet.Burnin.HttpClient.GetFromJsonAsync<JsonElement>("/api/v1/nas/demo", TestContext.Current.CancellationToken)).GetProperty("max_parallel").GetInt32());

        await SetAsync(before);
        await Expect(shown.Page.Locator(".vital").First).ToContainTextAsync($"of {before}", new() { Timeout = 30_000 });
        Assert.Empty(shown.Faults);

        async Task SetAsync(string limit)
        {
            await field.FillAsync(limit);
            await field.PressAsync("Enter");
        }
    }
}
