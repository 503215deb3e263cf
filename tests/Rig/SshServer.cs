using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Burnin.Rig;

/// <summary>
/// A real OpenSSH server of the test's own: a free loopback port, its own host key, configuration and client keys in a
/// temporary directory. Root logs in by key. It can be cut off, frozen, and made to look like another machine.
/// </summary>
public sealed class SshServer : IAsyncDisposable
{
    private const string Daemon = "/usr/sbin/sshd";
    private const int PortAttempts = 5;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LookPeriod = TimeSpan.FromMilliseconds(20);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("burnin-sshd-");
    private readonly SshServerOptions _options;
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _listener;

    private SshServer(SshServerOptions options) => _options = options;

    /// <summary>Null where an OpenSSH server can be started here; else the reason to skip a test with.</summary>
    public static string? MissingBecause =>
        !OperatingSystem.IsLinux() ? "OpenSSH's server is only started on Linux."
        : !File.Exists(Daemon) ? $"{Daemon} is missing: install openssh-server."
        : Environment.UserName != "root" ? "A server that root logs in to must be started by root."
        : null;

    public string Host { get; } = "127.0.0.1";

    public string User { get; } = "root";

    public int Port { get; private set; }

    /// <summary>As <c>ssh-keygen -lf</c> prints it: <c>SHA256:...</c>.</summary>
    public string HostKeyFingerprint { get; private set; } = "";

    /// <summary>Accepted by the server.</summary>
    public required SshKeys ClientKey { get; init; }

    /// <summary>Accepted by the server, and encrypted with a passphrase.</summary>
    public required SshKeys EncryptedClientKey { get; init; }

    /// <summary>What sshd had to say, for the message of a failed test.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Open connections.</summary>
    public int SessionCount => SshSessions.Below(_listener!.Id).Count;

    public static async Task<SshServer> StartAsync(SshServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var keys = Directory.CreateTempSubdirectory("burnin-keys-");
        SshServer? server = null;
        try
        {
            server = new SshServer(options ?? new SshServerOptions())
            {
                ClientKey = await SshKeys.MakeAsync(keys.FullName, "client", "ed25519", null, cancellationToken),
                EncryptedClientKey = await SshKeys.MakeAsync(keys.FullName, "encrypted", "ed25519", "correct horse", cancellationToken),
            };
            await server.AuthorizeAsync(server.ClientKey, cancellationToken);
            await server.AuthorizeAsync(server.EncryptedClientKey, cancellationToken);
            await server.MakeHostKeyAsync(cancellationToken);
            await server.ListenAsync(cancellationToken);
            return server;
        }
        catch
        {
            await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
        finally
        {
            keys.Delete(recursive: true);
        }
    }

    /// <summary>Lets one more key in, from the next connection on.</summary>
    public Task AuthorizeAsync(SshKeys keys, CancellationToken cancellationToken = default) =>
        File.AppendAllTextAsync(PathOf("authorized_keys"), $"{keys.PublicKey}\n", cancellationToken);

    /// <summary>Cuts every open connection, as a reboot or a router would.</summary>
    public Task DropAsync(CancellationToken cancellationToken = default) => SignalSessionsAsync("KILL", cancellationToken);

    /// <summary>Leaves every open connection half-open: nothing answers, nothing is closed. New connections work.</summary>
    public Task FreezeAsync(CancellationToken cancellationToken = default) => SignalSessionsAsync("STOP", cancellationToken);

    public Task ThawAsync(CancellationToken cancellationToken = default) => SignalSessionsAsync("CONT", cancellationToken);

    /// <summary>Comes back on the same port with a new host key, as a reinstalled machine or a thief would.</summary>
    public async Task RotateHostKeyAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync();
        await MakeHostKeyAsync(cancellationToken);
        await ListenAsync(cancellationToken);
    }

    /// <summary>Nobody listens on the port any more; <see cref="RotateHostKeyAsync"/> brings the server back.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _listener, null) is not { } listener)
        {
            return;
        }

        using (listener)
        {
            // A killed listener leaves its sessions alive.
            await SshSessions.SignalAsync(listener.Id, "KILL", CancellationToken.None);
            listener.Kill();
            await listener.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _directory.Delete(recursive: true);
    }

    private string PathOf(string file) => Path.Combine(_directory.FullName, file);

    private Task SignalSessionsAsync(string signal, CancellationToken cancellationToken) =>
        SshSessions.SignalAsync(_listener!.Id, signal, cancellationToken);

    private async Task MakeHostKeyAsync(CancellationToken cancellationToken)
    {
        await SshKeys.MakeAsync(_directory.FullName, "hostkey", "ed25519", null, cancellationToken);
        var line = await SshCommandLine.RunAsync("ssh-keygen", ["-lf", PathOf("hostkey.pub")], cancellationToken);
        HostKeyFingerprint = line.Split(' ')[1];
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = Port > 0 ? Port : FreePort();
            await File.WriteAllTextAsync(PathOf("sshd_config"), ConfigFor(port), cancellationToken);
            Directory.CreateDirectory("/run/sshd");
            _listener = Start();

            if (await IsListeningAsync(_listener, port, cancellationToken))
            {
                Port = port;
                return;
            }

            await StopAsync();
            if (attempt == PortAttempts)
            {
                throw new InvalidOperationException($"sshd did not start: {Log}");
            }
        }
    }

    private Process Start()
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(Daemon, ["-D", "-e", "-f", PathOf("sshd_config")]) { RedirectStandardError = true },
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                _log.Enqueue(text);
            }
        };
        process.Start();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task<bool> IsListeningAsync(Process listener, int port, CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!listener.HasExited && TimeProvider.System.GetElapsedTime(since) < StartLimit)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);

                // Whoever answers must be ours: another process may have taken the port just before.
                await Task.Delay(LookPeriod, TimeProvider.System, cancellationToken);
                return !listener.HasExited;
            }
            catch (SocketException)
            {
                await Task.Delay(LookPeriod, TimeProvider.System, cancellationToken);
            }
        }

        return false;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private string ConfigFor(int port) =>
        $"""
        ListenAddress 127.0.0.1:{port}
        HostKey {PathOf("hostkey")}
        PidFile none
        AuthorizedKeysFile {PathOf("authorized_keys")}
        PermitRootLogin prohibit-password
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        UsePAM no
        UseDNS no
        StrictModes no
        MaxSessions {_options.MaxSessions}
        MaxStartups 50:30:100
        Subsystem sftp internal-sftp
        {SetEnvLine()}
        {(_options.ForcedCommand is { } command ? $"ForceCommand {command}" : "")}

        """;

    private string SetEnvLine() => _options.Environment.Count == 0
        ? ""
        : $"SetEnv {string.Join(' ', _options.Environment.Select(pair => $"\"{pair.Key}={pair.Value}\""))}";
}
