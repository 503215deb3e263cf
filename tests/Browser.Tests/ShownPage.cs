using Microsoft.Playwright;

namespace Burnin.Browser.Tests;

/// <summary>One page in a window of its own, and what went wrong on it.</summary>
internal sealed class ShownPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private ShownPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors of scripts, and what the content security policy has refused.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<ShownPage> OpenAsync(IBrowser browser, Uri address, int width, int height, ColorScheme theme, bool withScripts)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = theme,
            TimezoneId = "UTC",
            Locale = "en-GB",
            JavaScriptEnabled = withScripts,
        });
        var page = await context.NewPageAsync();
        var opened = new ShownPage(context, page);
        page.PageError += (_, error) => opened.Faults.Add(error);
        page.Console += (_, message) =>
        {
            // That the page itself is not there is what some of them are about.
            if (message.Type == "error" && !message.Text.Contains("status of 404", StringComparison.Ordinal))
            {
                opened.Faults.Add(message.Text);
            }
        };
        await page.GotoAsync(address.ToString());
        if (withScripts && await page.Locator("#pill").CountAsync() > 0 && await page.Locator("#tablewrap, [data-live]").CountAsync() > 0)
        {
            await Assertions.Expect(page.Locator("#pill")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = 30_000 });
        }

        return opened;
    }

    /// <summary>Drives, as they stand on the page.</summary>
    public ILocator Rows => Page.Locator("tr[data-id]");

    public ILocator Row(string driveId) => Page.Locator($"tr[data-id='{driveId}']");

    /// <summary>Ids of the drives from top to bottom.</summary>
    public Task<string[]> OrderAsync() => Page.EvaluateAsync<string[]>("[...document.querySelectorAll('tr[data-id]')].map(row => row.dataset.id)");

    /// <summary>What the server sent, before any script was at it.</summary>
    public async Task<string> ReloadAsync()
    {
        var answer = await Page.ReloadAsync();
        await Assertions.Expect(Page.Locator("#pill")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = 30_000 });
        return await answer!.TextAsync();
    }

    /// <summary>How far the page itself can be scrolled sideways.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
