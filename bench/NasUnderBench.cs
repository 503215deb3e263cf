using System.Text.Json.Nodes;
using Burnin.Rig;

namespace Burnin.Bench;

/// <summary>A host with sshd, its run directory, and a Burnin that knows it: what the surface benches start from.</summary>
internal sealed class NasUnderBench : IAsyncDisposable
{
    private const string Name = "bench";

    private static readonly HashSet<string> Going = ["queued", "running", "paused"];

    private readonly string _data = Directory.CreateTempSubdirectory("burnin-bench-").FullName;

    private readonly string _poll;

    private NasUnderBench(SshServer host, string poll) => (Host, _poll) = (host, poll);

    public SshServer Host { get; }

    public BurninProcess Burnin { get; private set; } = null!;

    public string Runs { get; } = Directory.CreateTempSubdirectory("burnin-runs-").FullName;

    /// <param name="maxParallel">Jobs at once.</param>
    /// <param name="poll">How often the NAS is asked for its drives.</param>
    public static async Task<NasUnderBench> StartAsync(int maxParallel = 2, string poll = "00:00:02")
    {
        var bench = new NasUnderBench(await SshServer.StartAsync(), poll);
        await bench.StartBurninAsync();
        await bench.PostAsync("api/v1/nas", new
        {
            name = Name,
            kind = "linux",
            include_loop_devices = true,
            run_directory = bench.Runs,
            max_parallel = maxParallel,
            ssh = new { host = bench.Host.Host, port = bench.Host.Port, user = bench.Host.User, private_key = bench.Host.ClientKey.PrivateKey, host_key = bench.Host.HostKeyFingerprint },
        });
        return bench;
    }

    /// <summary>On the data of the one before, if there was one.</summary>
    public async Task StartBurninAsync() => Burnin = await BurninProcess.StartAsync(new BurninSetup
    {
        DataDirectory = _data,
        Environment = new Dictionary<string, string?> { ["Burnin__BurnIn__PollInterval"] = _poll },
    });

    /// <summary>Orders the surface stage alone, and answers the job.</summary>
    public async Task<string> StartSurfaceAsync(string devicePath, string engine, int? passes)
    {
        var drive = await Eventually.GetAsync(
            async () => (await GetAsync("api/v1/drives"))["drives"]!.AsArray().FirstOrDefault(shown => $"/dev/{shown!["devname"]}" == devicePath),
            $"{devicePath} is shown");
        var answer = await PostAsync("api/v1/burnin/start", new
        {
            drive_ids = new[] { drive["id"]!.ToString() },
            @operator = "bench",
            profile = "surface",
            confirm_serial = drive["serial"]!.ToString(),
            surface_engine = engine,
            surface_passes = passes,
        });
        return answer["jobs"]![0]!["job_id"]!.ToString();
    }

    public Task<JsonNode> JobAsync(string id) => GetAsync($"api/v1/burnin/{id}");

    public static JsonNode SurfaceOf(JsonNode job) => job["stages"]!.AsArray().Single(stage => stage!["name"]!.ToString() == "surface_validate")!;

    /// <summary>Waits for the end and insists that it is a pass: a time to failure is no measurement.</summary>
    public async Task<JsonNode> PassedAsync(string id)
    {
        var job = await Eventually.GetAsync(
            async () => await JobAsync(id) is var now && !Going.Contains(now["state"]!.ToString()) ? now : null, $"job {id} ends", TimeSpan.FromMinutes(30));
        return job["state"]!.ToString() == "passed" ? job : throw new InvalidOperationException($"It did not pass: {job}");
    }

    public async Task<JsonNode> WhenAsync(string id, string what, Func<JsonNode, bool> isSo) =>
        await Eventually.GetAsync(async () => await JobAsync(id) is var now && isSo(now) ? now : null, what, TimeSpan.FromMinutes(5));

    public static double SecondsOf(JsonNode stage) =>
        (DateTimeOffset.Parse(stage["finished_at"]!.ToString(), null) - DateTimeOffset.Parse(stage["started_at"]!.ToString(), null)).TotalSeconds;

    public async ValueTask DisposeAsync()
    {
        await Burnin.DisposeAsync();
        await Host.DisposeAsync();
        Directory.Delete(Runs, recursive: true);
        Directory.Delete(_data, recursive: true);
    }

    private async Task<JsonNode> GetAsync(string path) => (await Burnin.HttpClient.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;

    private async Task<JsonNode> PostAsync(string path, object body)
    {
        using var answer = await Burnin.HttpClient.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{path}: {answer.StatusCode}: {text}");
    }
}
