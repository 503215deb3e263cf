using Microsoft.Playwright;
using Xunit;

namespace Burnin.Browser.Tests;

/// <summary>One page of Burnin in Debian's Chromium, and what went wrong on it.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    public const string Chromium = "/usr/bin/chromium";

    /// <summary>Without these Chromium calls home, many times at every start.</summary>
    public static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private BrowserPage(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    /// <summary>Errors of scripts, and what the content security policy has refused.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<BrowserPage> OpenAsync(Uri address, int width = 1440, int height = 900, ColorScheme theme = ColorScheme.Dark)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not installed.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Quiet });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = theme,
            TimezoneId = "UTC",
        });
        var opened = new BrowserPage(playwright, browser, page);
        page.PageError += (_, error) => opened.Faults.Add(error);
        page.Console += (_, message) =>
        {
            // While Burnin is down, that it cannot be reached is no fault of the page.
            if (message.Type == "error" && !message.Text.Contains("ERR_CONNECTION", StringComparison.Ordinal) && !message.Text.Contains("WebSocket", StringComparison.OrdinalIgnoreCase))
            {
                opened.Faults.Add(message.Text);
            }
        };
        await page.GotoAsync(address.ToString());
        await opened.LiveAsync();
        return opened;
    }

    public Task LiveAsync() => Assertions.Expect(Page.Locator("#pill")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = 30_000 });

    public ILocator Row(string id) => Page.Locator($"tr[data-id='{id}']");

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
