using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Burnin.Browser.Tests;

[Collection(nameof(ShownFleetCollection))]
public sealed class SettingsTests(ShownFleet fleet)
{
    [Fact]
    public async Task A_test_says_how_far_it_came_and_loses_nothing_that_was_typed()
    {
        await using var shown = await fleet.OpenAsync("/settings/mail");
        await shown.Page.FillAsync("#smtp_to", "ann@example.org");
        await shown.Page.FillAsync("#smtp_from", "burnin@example.org");
        await shown.Page.FillAsync("#smtp_host", "127.0.0.1");
        await shown.Page.FillAsync("#smtp_port", "9");
        await shown.Page.FillAsync("#smtp_password", "hunter2");
        await shown.Page.ClickAsync("#test");

        await Expect(shown.Page.Locator("#tested li")).ToContainTextAsync("connect nothing listens there", new() { Timeout = 60_000 });
        await Expect(shown.Page.Locator("#smtp_password")).ToHaveValueAsync("hunter2");
        Assert.EndsWith("/settings/mail", shown.Page.Url, StringComparison.Ordinal);
        await Expect(shown.Page.Locator("#test")).ToBeEnabledAsync();

        await shown.Page.FillAsync("#smtp_to", "nobody");
        await shown.Page.ClickAsync("#test");
        await Expect(shown.Page.Locator("#tested")).ToContainTextAsync("\"nobody\" is no e-mail address", new() { Timeout = 60_000 });
        Assert.DoesNotContain(shown.Faults, fault => !fault.Contains("status of 422", StringComparison.Ordinal));
    }
}
