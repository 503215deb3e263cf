using Burnin.Domain.Nases;
using Burnin.Nas.Ssh;
using Burnin.Rig;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Burnin.Nas.Tests.Ssh;

/// <summary>A real sshd for one test, and shells to it.</summary>
internal sealed class SshTestBed : IAsyncDisposable
{
    /// <summary>Short waits between attempts; limits that only a broken thing reaches.</summary>
    public static readonly SshLimits Quick = new() { RetryDelay = TimeSpan.FromMilliseconds(50) };

    private readonly List<SshShell> _shells = [];

    private SshTestBed(SshServer server) => Server = server;

    public SshServer Server { get; }

    /// <summary>Right in everything, and pinned.</summary>
    public SshEndpoint Endpoint => new()
    {
        Host = Server.Host,
        Port = Server.Port,
        User = Server.User,
        PrivateKey = Server.ClientKey.PrivateKey,
        HostKey = Server.HostKeyFingerprint,
    };

    public static async Task<SshTestBed> StartAsync()
    {
        Assert.SkipWhen(SshServer.MissingBecause is not null, SshServer.MissingBecause ?? "");
        return new SshTestBed(await SshServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken));
    }

    public SshShell ShellTo(SshEndpoint endpoint, SshLimits? limits = null)
    {
        var shell = new SshShell(endpoint, TimeProvider.System, NullLoggerFactory.Instance, limits ?? Quick);
        _shells.Add(shell);
        return shell;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var shell in _shells)
        {
            await shell.DisposeAsync();
        }

        await Server.DisposeAsync();
    }
}
