using Burnin.Rig;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Burnin.Browser.Tests;

[Collection(nameof(ShownFleetCollection))]
public sealed class BellTests(ShownFleet fleet)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task What_ends_while_nobody_looks_is_counted_until_it_has_been_read()
    {
        await fleet.NothingRunsAsync();
        await using var shown = await fleet.OpenAsync("/");
        var bell = shown.Page.Locator("#bell");
        await Expect(bell.Locator("summary")).ToHaveAttributeAsync("aria-label", "burn-ins that ended");
        var (job, serial) = await EndOneAsync();

        await Expect(bell.Locator(".count")).ToBeVisibleAsync(Patient);
        await bell.Locator("summary").ClickAsync();
        await Expect(bell.Locator($".is-fresh[href$='{job}'] .badge")).ToHaveTextAsync("Cancelled", new() { Timeout = 30_000 });
        await Expect(bell.Locator(".count")).ToHaveCountAsync(0);
        Assert.Empty(AxeFindings.Grave(await shown.Page.RunAxe(), "the bell, open"));

        await shown.ReloadAsync();
        await bell.Locator("summary").ClickAsync();
        await Expect(bell.Locator($"[href$='{job}']")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-fresh"));
        await bell.Locator($"[href$='{job}']").ClickAsync();
        await Expect(shown.Page.Locator("h1")).ToContainTextAsync(serial);
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task The_browser_tells_of_an_end_once_a_person_has_wished_for_it()
    {
        await fleet.NothingRunsAsync();
        await using var shown = await fleet.OpenAsync("/stats");
        await shown.Page.Context.GrantPermissionsAsync(["notifications"]);
        await shown.Page.AddInitScriptAsync("globalThis.told = []; globalThis.Notification = class extends Notification { constructor(title, more) { super(title, more); told.push(title); } };");
        await shown.Page.GotoAsync(fleet.Burnin.BaseAddress.ToString());
        await Expect(shown.Page.Locator("#pill")).ToHaveAttributeAsync("data-state", "live");
        await shown.Page.Locator("#bell summary").ClickAsync();
        await Expect(shown.Page.GetByRole(AriaRole.Button, new() { Name = "Try it" })).ToBeHiddenAsync();
        await shown.Page.GetByLabel("Notify me in this browser").CheckAsync();
        await shown.Page.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        Assert.Equal(["Burnin"], await ToldAsync(shown.Page));

        var (_, serial) = await EndOneAsync();
        await Eventually.TrueAsync(async () => (await ToldAsync(shown.Page)).Contains($"{serial} cancelled"), "told of the end", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(shown.Faults);
    }

    private static Task<string[]> ToldAsync(IPage page) => page.EvaluateAsync<string[]>("told");

    private async Task<(string Job, string Serial)> EndOneAsync()
    {
        var drive = (await fleet.FreeAsync())[0];
        var job = (await fleet.StartAsync(drive)).GetProperty("jobs")[0].GetProperty("job_id").GetString()!;
        await fleet.NothingRunsAsync();
        return (job, drive.GetProperty("serial").GetString()!);
    }
}
