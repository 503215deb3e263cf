using System.Text.Json.Nodes;
using Burnin.Rig;

namespace Burnin.Bench;

/// <summary>The demo's drives and jobs, over HTTP as any client sees them.</summary>
internal sealed class DemoFleet(BurninProcess burnin)
{
    private static readonly HashSet<string> Finished = ["passed", "failed", "inconclusive", "cancelled"];

    /// <summary>Starts all drives at once and answers the jobs; waits first until the fleet was polled.</summary>
    public async Task<IReadOnlyList<string>> StartAllAsync(bool runSurface, bool runShort, bool runLong)
    {
        var drives = await Eventually.GetAsync(
            async () => (await GetAsync("api/v1/drives"))["drives"]!.AsArray() is { Count: > 0 } found ? found : null,
            "the demo fleet shows its drives");
        await LiftTheLimitAsync(drives);

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/v1/burnin/start", UriKind.Relative));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Content = JsonContent.Create(new
        {
            drive_ids = drives.Select(drive => drive!["id"]!.DeepClone()),
            @operator = "bench",
            run_surface = runSurface,
            run_short = runShort,
            run_long = runLong,
            confirm_destructive = runSurface,
        });
        using var answer = await burnin.HttpClient.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();

        return answer.IsSuccessStatusCode
            ? [.. JsonNode.Parse(body)!["jobs"]!.AsArray().Select(job => job!["job_id"]!.ToString())]
            : throw new InvalidOperationException($"start: {answer.StatusCode}: {body}");
    }

    public async Task<IReadOnlyList<JsonNode>> JobsAsync(IReadOnlyList<string> ids) =>
        await Task.WhenAll(ids.Select(id => GetAsync($"api/v1/burnin/{id}")));

    public async Task<int> RunningAsync(IReadOnlyList<string> ids) =>
        (await JobsAsync(ids)).Count(job => job["state"]!.ToString() == "running");

    public async Task FinishAsync(IReadOnlyList<string> ids) =>
        await Eventually.TrueAsync(
            async () => (await JobsAsync(ids)).All(job => Finished.Contains(job["state"]!.ToString())),
            "all jobs finish", TimeSpan.FromMinutes(10));

    /// <summary>So that all run at once. Where it is refused, the table says how many ran.</summary>
    private async Task LiftTheLimitAsync(JsonArray drives)
    {
        foreach (var nas in drives.Select(drive => drive!["nas"]?.ToString()).Where(name => name is not null).Distinct())
        {
            using var answer = await burnin.HttpClient.PatchAsJsonAsync(
                new Uri($"api/v1/nas/{nas}", UriKind.Relative), new { max_parallel = drives.Count });
        }
    }

    private async Task<JsonNode> GetAsync(string path) =>
        (await burnin.HttpClient.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;
}
