using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Burnin.Rig;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>Burnin as somebody with curl knows it.</summary>
internal sealed class Api(BurninProcess burnin)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await burnin.HttpClient.GetAsync(path, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.IsSuccessStatusCode, $"GET {path}: {(int)response.StatusCode} {text}\n{burnin.Output}");
        return JsonDocument.Parse(text).RootElement;
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, object body)
    {
        using var response = await burnin.HttpClient.PostAsJsonAsync(path, body, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        return (response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    public async Task AddNasAsync(object nas)
    {
        var (status, body) = await PostAsync("/api/v1/nas", nas);
        Assert.True(status == HttpStatusCode.Created, $"{status}: {body}\n{burnin.Output}");
    }

    /// <summary>The drive behind a device node; null while it is not shown.</summary>
    public async Task<JsonElement?> DriveAtAsync(string devicePath)
    {
        var drives = await GetAsync("/api/v1/drives");
        return drives.GetProperty("drives").EnumerateArray()
            .Where(drive => $"/dev/{drive.Text("devname")}" == devicePath)
            .Select(drive => (JsonElement?)drive)
            .SingleOrDefault();
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> OrderSurfaceAsync(JsonElement drive, string engine, int passes) =>
        await PostAsync("/api/v1/burnin/start", new
        {
            drive_ids = new[] { drive.Text("id") },
            @operator = "e2e",
            profile = "surface",
            confirm_serial = drive.Text("serial"),
            surface_engine = engine,
            surface_passes = passes,
        });

    public async Task<string> StartSurfaceAsync(JsonElement drive, string engine = "auto", int passes = 1)
    {
        var (status, body) = await OrderSurfaceAsync(drive, engine, passes);
        Assert.True(status == HttpStatusCode.Accepted, $"{status}: {body}\n{burnin.Output}");
        return body.GetProperty("jobs")[0].Text("job_id");
    }

    public async Task<string> StartAsync(JsonElement drive, params string[] stages)
    {
        var (status, body) = await PostAsync("/api/v1/burnin/start", new
        {
            drive_ids = new[] { drive.Text("id") },
            @operator = "e2e",
            run_short = stages.Contains("short_smart"),
            run_long = stages.Contains("long_smart"),
            run_surface = stages.Contains("surface_validate"),
            confirm_serial = drive.Text("serial"),
        });
        Assert.True(status == HttpStatusCode.Accepted, $"{status}: {body}\n{burnin.Output}");
        return body.GetProperty("jobs")[0].Text("job_id");
    }

    public Task<JsonElement> JobAsync(string id) => GetAsync($"/api/v1/burnin/{id}");

    public async Task<JsonElement> JobWhenAsync(string id, string what, Func<JsonElement, bool> condition)
    {
        var last = default(JsonElement);
        await Eventually.TrueAsync(
            async () => condition(last = await JobAsync(id)), $"{what}; last seen {last}", TimeSpan.FromMinutes(3), Token);
        return last;
    }

    public Task<JsonElement> JobEndedAsync(string id) => JobWhenAsync(id, $"job {id} ends", job => job.Text("state") is not ("queued" or "running" or "paused"));

    public static JsonElement StageOf(JsonElement job, string name) =>
        job.GetProperty("stages").EnumerateArray().Single(stage => stage.Text("name") == name);
}
