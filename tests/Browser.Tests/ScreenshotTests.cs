using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Xunit;

namespace Burnin.Browser.Tests;

/// <summary>
/// The pictures of the documentation. Run with BURNIN_SCREENSHOTS=1 to make them anew in docs/screenshots, then look at each;
/// without it they are taken all the same, and only their layout is checked.
/// </summary>
[Collection(nameof(ShownFleetCollection))]
public sealed class ScreenshotTests(ShownFleet fleet)
{
    private static readonly bool IsWritten = Environment.GetEnvironmentVariable("BURNIN_SCREENSHOTS") == "1";

    private static readonly (string Suffix, int Width, int Height, ColorScheme Theme)[] Windows =
        [("dark", 1440, 900, ColorScheme.Dark), ("light", 1440, 900, ColorScheme.Light), ("phone-dark", 390, 844, ColorScheme.Dark), ("phone-light", 390, 844, ColorScheme.Light)];

    public static TheoryData<string, string[]> Opened => new()
    {
        { "drawer", ["#drives .c-serial a"] },
        { "start", ["#drives tr:not(.group) .c-acts button[aria-label^=start]"] },
        { "start-batch", ["#drives tr:nth-of-type(2) input[type=checkbox]", "#drives tr:nth-of-type(3) input[type=checkbox]", "#drives tr:nth-of-type(4) input[type=checkbox]", "#batch .btn--primary"] },
    };

    [Theory]
    [MemberData(nameof(Opened))]
    public async Task What_opens_over_the_drives_fits_the_window_too(string name, string[] clicks)
    {
        await using var shown = await fleet.OpenAsync("/?state=idle");
        foreach (var click in clicks)
        {
            await shown.Page.Locator(click).First.ClickAsync();
        }

        await Assertions.Expect(shown.Page.Locator("#drawer h1, #start .plan").First).ToBeVisibleAsync();
        await TakeAsync(shown, name, isWhole: false);
    }

    [Theory]
    [MemberData(nameof(ShownPages.All), MemberType = typeof(ShownPages))]
    public async Task A_page_fits_its_window_in_both_themes_and_breaks_no_rule_of_the_policy(string name, string path)
    {
        if (name is "dashboard" or "nas")
        {
            await fleet.KeepBusyAsync();
        }

        await using var shown = await fleet.OpenAsync(path);
        await Assertions.Expect(shown.Page.Locator("main")).ToBeVisibleAsync();
        await TakeAsync(shown, name, isWhole: name is "burn-in" or "print" or "stats" or "compare" or "drive");
    }

    private static async Task TakeAsync(ShownPage shown, string name, bool isWhole)
    {
        foreach (var (suffix, width, height, theme) in Windows)
        {
            await shown.Page.SetViewportSizeAsync(width, height);
            await shown.Page.EmulateMediaAsync(new() { ColorScheme = theme });

            // Notices of what ends meanwhile are not of the page.
            await shown.Page.EvaluateAsync("document.querySelector('#toasts')?.hidePopover()");
            var image = await shown.Page.ScreenshotAsync(new() { FullPage = width > 600 && isWhole });
            if (IsWritten)
            {
                await File.WriteAllBytesAsync(Path.Combine(Folder(), $"{name}-{suffix}.png"), image, TestContext.Current.CancellationToken);
            }

            Assert.Equal((suffix, 0), (suffix, await shown.OverflowAsync()));
            Assert.Empty(shown.Faults);
        }
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "screenshots")).FullName;
}
