using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace Burnin.Rig;

/// <summary>A real Burnin in a process of its own, to be asked over HTTP, stopped, or killed.</summary>
public sealed class BurninProcess : IAsyncDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly OutputLog _output;
    private readonly bool _needsSignIn;
    private readonly string? _ownDirectory;
    private readonly long _launched;

    private BurninProcess(
        Process process, long launched, OutputLog output, int port, string dataDirectory, string? ownDirectory, bool needsSignIn)
    {
        _needsSignIn = needsSignIn;
        _process = process;
        _launched = launched;
        _output = output;
        _ownDirectory = ownDirectory;
        Port = port;
        DataDirectory = dataDirectory;
        BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        HttpClient = new HttpClient(new HttpClientHandler { CookieContainer = Cookies })
        {
            BaseAddress = BaseAddress,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public Uri BaseAddress { get; }

    /// <summary>Signed in as the admin <see cref="BurninSetup.Admin"/>, unless it is a demo.</summary>
    public HttpClient HttpClient { get; }

    /// <summary>Those of <see cref="HttpClient"/>, for a hub.</summary>
    public CookieContainer Cookies { get; } = new();

    public int Port { get; }

    public string DataDirectory { get; }

    public int ProcessId => _process.Id;

    /// <summary>Time since the process was started.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_launched);

    /// <summary>The age at which <c>/health/ready</c> first answered 200.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>The last lines of standard output and standard error, for failure messages.</summary>
    public string Output => _output.ToString();

    /// <summary>What the process holds in memory now (RSS).</summary>
    public long ResidentBytes
    {
        get
        {
            var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{ProcessId}/status"))
                .First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));

            return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
    }

    public static async Task<BurninProcess> StartAsync(BurninSetup setup, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var burnin = Launch(setup);
            try
            {
                await burnin.BecomeReadyAsync(setup.ReadyWithin, cancellationToken);

                return burnin;
            }
            catch (InvalidOperationException) when (
                attempt < Attempts && setup.Port is null
                && burnin.Output.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
            {
                // Between looking for a free port and taking it, somebody else took it.
                await burnin.DisposeAsync();
            }
            catch
            {
                await burnin.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>As a power cut would: SIGKILL to this process and no other.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>SIGSTOP: as a machine that is swapped out, or a virtual one that is moved, with all its connections open.</summary>
    public Task SuspendAsync() => Command.SignalAsync(ProcessId, "STOP");

    public Task WakeAsync() => Command.SignalAsync(ProcessId, "CONT");

    /// <summary>SIGTERM, and waits for the end. Answers the exit code.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken = default)
    {
        if (!_process.HasExited)
        {
            await Command.SignalAsync(ProcessId, "TERM");
        }

        await Eventually.TrueAsync(
            () => _process.HasExited, $"Burnin (process {ProcessId}) stops after SIGTERM", StopWithin, cancellationToken);

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        HttpClient.Dispose();
        _process.Dispose();
        if (_ownDirectory is not null)
        {
            Directory.Delete(_ownDirectory, recursive: true);
        }
    }

    private static BurninProcess Launch(BurninSetup setup)
    {
        var program = setup.Program ?? BuiltAssembly.Silo();
        var port = setup.Port ?? FreePort();
        var own = setup.DataDirectory is null ? Directory.CreateTempSubdirectory("burnin-data-").FullName : null;
        var dataDirectory = setup.DataDirectory ?? own!;
        var start = new ProcessStartInfo(DotnetHost())
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(program);
        foreach (var argument in setup.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["APP_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["Burnin__DataDirectory"] = dataDirectory;
        if (setup.NeedsSignIn)
        {
            start.Environment["BURNIN_ADMIN_USERNAME"] = BurninSetup.Admin;
            start.Environment["BURNIN_ADMIN_PASSWORD"] = BurninSetup.AdminPassword;
        }

        foreach (var (name, value) in setup.Environment)
        {
            start.Environment[name] = value;
        }

        var output = new OutputLog();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        var launched = Stopwatch.GetTimestamp();
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        return new BurninProcess(process, launched, output, port, dataDirectory, own, setup.NeedsSignIn);
    }

    private async Task BecomeReadyAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        while (!await IsReadyAsync(cancellationToken))
        {
            if (_process.HasExited)
            {
                await _process.WaitForExitAsync(cancellationToken);
                throw new InvalidOperationException($"Burnin ended with {_process.ExitCode} before it was ready:\n{Output}");
            }

            if (Age > within)
            {
                throw new TimeoutException($"Burnin was not ready within {within.TotalSeconds} s:\n{Output}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken);
        }

        ReadyAfter = Age;
        if (_needsSignIn)
        {
            using var answer = await HttpClient.PostAsJsonAsync(
                new Uri("api/v1/session", UriKind.Relative),
                new { username = BurninSetup.Admin, password = BurninSetup.AdminPassword },
                cancellationToken);
            answer.EnsureSuccessStatusCode();
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(ProbeLimit);
            using var answer = await HttpClient.GetAsync(new Uri("health/ready", UriKind.Relative), limit.Token);

            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception notYet) when (
            notYet is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string DotnetHost() =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
