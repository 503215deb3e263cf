using System.Net.Http.Json;
using System.Text.Json;
using Burnin.Archive;
using Burnin.History;
using Burnin.Rig;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Burnin.Browser.Tests;

/// <summary>One Burnin with months of history behind it and drives in every state, and one Chromium, for all tests of pages.</summary>
public sealed class ShownFleet : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("burnin-data-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal BurninProcess Burnin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists(BrowserPage.Chromium), $"{BrowserPage.Chromium} is not installed.");
        await WriteHistoryAsync();
        Burnin = await BurninProcess.StartAsync(BurninSetup.Demo(speedUp: 40) with { DataDirectory = _data });
        await MoveDrivesAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = BrowserPage.Chromium, Args = BrowserPage.Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (Burnin is not null)
        {
            await Burnin.DisposeAsync();
        }

        Directory.Delete(_data, recursive: true);
    }

    /// <summary>A page of its own, with nothing remembered of others.</summary>
    internal Task<ShownPage> OpenAsync(string path, int width = 1440, int height = 900, ColorScheme theme = ColorScheme.Dark, bool withScripts = true) =>
        ShownPage.OpenAsync(_browser!, new Uri(Burnin.BaseAddress, path), width, height, theme, withScripts);

    internal async Task<IReadOnlyList<JsonElement>> DrivesAsync() =>
        [.. (await Burnin.HttpClient.GetFromJsonAsync<JsonElement>("/api/v1/drives")).GetProperty("drives").EnumerateArray()];

    internal async Task<JsonElement> StartAsync(params JsonElement[] drives)
    {
        using var response = await Burnin.HttpClient.PostAsJsonAsync("/api/v1/burnin/start", new
        {
            drive_ids = drives.Select(drive => drive.GetProperty("id").GetString()),
            @operator = "ann",
            confirm_destructive = true,
            confirm_serial = drives[0].GetProperty("serial").GetString(),
        });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Drives that nothing keeps from a start, those that would pass it. Never tested ones come last: some tests look at just those.</summary>
    internal async Task<IReadOnlyList<JsonElement>> FreeAsync() =>
    [
        .. (await DrivesAsync())
            .Where(drive => !IsOpen(drive) && drive.GetProperty("in_use").GetArrayLength() == 0 && drive.GetProperty("model").GetString() != "FAIL001")
            .OrderBy(drive => drive.GetProperty("status").GetString() == "idle"),
    ];

    /// <summary>Until all that was started is over, so that a test has the slots for itself.</summary>
    internal async Task NothingRunsAsync()
    {
        using var answer = await Burnin.HttpClient.PostAsJsonAsync("/api/v1/burnin/cancel-all", new { @operator = "ann" });
        answer.EnsureSuccessStatusCode();
        await Eventually.TrueAsync(async () => !(await DrivesAsync()).Any(IsOpen), "nothing runs");
    }

    internal async Task PlaceAsync(string driveId, string location)
    {
        using var answer = await Burnin.HttpClient.PatchAsJsonAsync($"/api/v1/drives/{driveId}", new { location });
        answer.EnsureSuccessStatusCode();
    }

    internal Task UntilAsync(string driveId, Func<JsonElement, bool> isSo) => Eventually.TrueAsync(
        async () => isSo((await DrivesAsync()).Single(drive => drive.GetProperty("id").GetString() == driveId)), $"what was wished of {driveId}");

    private static bool IsOpen(JsonElement drive) => drive.GetProperty("status").GetString() is "queued" or "running" or "paused";

    /// <summary>Drives at work, for what is to be looked at: those of the beginning may be done by now.</summary>
    internal async Task KeepBusyAsync()
    {
        if (!await AreAsync("running", "queued"))
        {
            // More than may run at once, however many a test before this one has made that.
            var nas = await Burnin.HttpClient.GetFromJsonAsync<JsonElement>("/api/v1/nas/demo");
            await StartAsync([.. (await FreeAsync()).Take(nas.GetProperty("max_parallel").GetInt32() + 2)]);
            await Eventually.TrueAsync(async () => await AreAsync("running", "queued"), "drives at work");
        }
    }

    private async Task WriteHistoryAsync()
    {
        await using var history = new ServiceCollection().AddLogging().AddHistory(options => options.DataDirectory = _data).BuildServiceProvider();
        history.GetRequiredService<BurninDatabase>().EnsureCreated();
        await PastHistory.FillAsync(history, TimeProvider.System.GetUtcNow(), jobs: 160, CancellationToken.None);
    }

    private async Task MoveDrivesAsync()
    {
        await Eventually.TrueAsync(async () => (await DrivesAsync()).Count == 15, "fifteen drives");
        var drives = await DrivesAsync();
        await StartAsync(drives.Single(drive => drive.GetProperty("model").GetString() == "FAIL001"));
        await Eventually.TrueAsync(async () => await AreAsync("failed"), "the failing drive fails");
        await StartAsync([.. drives.Take(9)]);
        await Eventually.TrueAsync(async () => await AreAsync("failed", "running", "queued", "idle"), "drives in every state");
    }

    private async Task<bool> AreAsync(params string[] states) =>
        (await DrivesAsync()).Select(drive => drive.GetProperty("status").GetString()!).ToHashSet().IsSupersetOf(states);
}
