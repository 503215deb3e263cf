using Burnin.Rig;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>A host with sshd, a folder for its runs, and a Burnin that knows it as a plain Linux NAS.</summary>
internal sealed class RealDiskRig : IAsyncDisposable
{
    private static readonly string[] ProcessFiles = ["pid", "tool"];

    private readonly string _runs = Directory.CreateTempSubdirectory("burnin-runs-").FullName;
    private readonly string _data = Directory.CreateTempSubdirectory("burnin-data-").FullName;

    private RealDiskRig(SshServer host) => Host = host;

    public SshServer Host { get; }

    public BurninProcess Burnin { get; private set; } = null!;

    public Api Api { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RealDiskRig> StartAsync(SshServerOptions? host = null)
    {
        Assert.SkipUnless(SshServer.MissingBecause is null, SshServer.MissingBecause ?? "");
        var rig = new RealDiskRig(await SshServer.StartAsync(host, Token));
        await rig.StartBurninAsync();
        return rig;
    }

    /// <summary>On the data of the one before, if there was one.</summary>
    public async Task StartBurninAsync()
    {
        Burnin = await BurninProcess.StartAsync(
            new BurninSetup
            {
                DataDirectory = _data,
                Environment = new Dictionary<string, string?> { ["Burnin__BurnIn__PollInterval"] = "00:00:02" },
            },
            Token);
        Api = new Api(Burnin);
    }

    public object NasSettings(string name, string? privateKey = null, string? hostKey = null, int? port = null, int? maxParallel = null) => new
    {
        name,
        kind = "linux",
        include_loop_devices = true,
        max_parallel = maxParallel,
        run_directory = _runs,
        ssh = new
        {
            host = Host.Host,
            port = port ?? Host.Port,
            user = Host.User,
            private_key = privateKey ?? Host.ClientKey.PrivateKey,
            host_key = hostKey ?? Host.HostKeyFingerprint,
        },
    };

    /// <summary>Another Burnin: on the same data as a second process of the same, or with data of its own.</summary>
    public Task<BurninProcess> StartOtherBurninAsync(bool onSameData) => BurninProcess.StartAsync(
        new BurninSetup
        {
            DataDirectory = onSameData ? _data : null,
            Environment = new Dictionary<string, string?> { ["Burnin__BurnIn__PollInterval"] = "00:00:02" },
        },
        Token);

    /// <summary>Process id of the detached runner of a run, as the host has written it.</summary>
    public int RunnerOf(string runId) => int.Parse(
        File.ReadAllText(Path.Combine(_runs, "runs", runId, "pid")).Split(' ', '\n')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Process ids of the runner and of the tool that it has in hand.</summary>
    public IEnumerable<int> ProcessesOf(string runId) => ProcessFiles.Select(file => int.Parse(
        File.ReadAllText(Path.Combine(_runs, "runs", runId, file)).Split(' ', '\n')[0], System.Globalization.CultureInfo.InvariantCulture));

    public bool HasRunDirectory(string runId) => Directory.Exists(Path.Combine(_runs, "runs", runId));

    public async ValueTask DisposeAsync()
    {
        await Burnin.DisposeAsync();
        await Host.DisposeAsync();
        Directory.Delete(_runs, recursive: true);
        Directory.Delete(_data, recursive: true);
    }
}
