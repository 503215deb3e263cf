using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Tests;

/// <summary>A pretend NAS on a free port, a clock that stands still until it is moved, and a client with the right key.</summary>
internal sealed class NasUnderTest : IAsyncDisposable
{
    private readonly MockNas _nas;

    private NasUnderTest(MockNas nas, WatchedTime clock)
    {
        _nas = nas;
        Clock = clock;
        Client = new HttpClient { BaseAddress = nas.BaseUrl };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", nas.Options.ApiKey);
    }

    public WatchedTime Clock { get; }

    public HttpClient Client { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<NasUnderTest> StartAsync(MockNasOptions? options = null)
    {
        var clock = new WatchedTime();

        return new NasUnderTest(await MockNas.StartAsync(options ?? new MockNasOptions(), clock, Cancelled), clock);
    }

    public void Pass(double seconds) => Clock.Advance(TimeSpan.FromSeconds(seconds));

    public async Task<JsonNode> GetAsync(string path) =>
        (await Client.GetFromJsonAsync<JsonNode>(path, Cancelled))!;

    public Task<HttpResponseMessage> SendAsync(string path, object? body = null) =>
        Client.PostAsJsonAsync(path, body ?? new { }, Cancelled);

    public async Task<JsonNode> PostAsync(string path, object? body = null)
    {
        using var answer = await SendAsync(path, body);

        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(Cancelled))!;
    }

    public async Task<int> StartTestAsync(string type, params string[] disks) =>
        (int)await PostAsync("api/v2.0/smart/test", new { disks, type });

    public Task<HttpResponseMessage> TryStartTestAsync(string type, params string[] disks) =>
        SendAsync("api/v2.0/smart/test", new { disks, type });

    public async Task<JsonNode> JobAsync(int id) =>
        (await GetAsync("api/v2.0/core/get_jobs")).AsArray().Single(job => (int)job!["id"]! == id)!;

    public async Task<JsonNode> DiskAsync(string name) =>
        (await GetAsync("api/v2.0/disk")).AsArray().Single(disk => (string)disk!["name"]! == name)!;

    public async Task<IReadOnlyList<string>> NamesAsync() =>
        [.. (await GetAsync("api/v2.0/disk")).AsArray().Select(disk => (string)disk!["name"]!)];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _nas.DisposeAsync();
    }
}
