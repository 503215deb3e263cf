using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Hosts;
using Burnin.Nas.Host;
using Burnin.Nas.Shell;
using Burnin.Nas.Ssh;
using Burnin.Nas.Tests.Ssh;
using Burnin.Rig;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>A pretended NAS with a shell, and a client of ours on it. The NAS lives by a clock of its own, the client by the machine's.</summary>
internal sealed class PretendedHost : IAsyncDisposable
{
    /// <summary>The boot pool, a free drive of each model, and the one that dies: few, for a shell looks at each of them in each call.</summary>
    public static readonly MockNasOptions Few = new() { Profile = MockNasProfile.Scale2410, Drives = 11 };

    private readonly string _folder;
    private readonly MockHost _host;
    private readonly SshServer? _ssh;
    private readonly IHostShell _questions;

    private PretendedHost(string folder, MockNas server, FakeTimeProvider clock, MockHost host, SshServer? ssh)
    {
        (_folder, Server, Clock, _host, _ssh) = (folder, server, clock, host, ssh);
        _questions = new LocalShell(host.Enter);
        Nas = new HostNas(
            new NasConnection { Name = "pretended", Kind = ssh is null ? NasKind.Local : NasKind.Linux, RunDirectory = Path.Combine(folder, "base") },
            ssh is null ? new LocalShell(host.Enter) : new SshShell(EndpointOf(ssh), TimeProvider.System, NullLoggerFactory.Instance, SshTestBed.Quick),
            TimeProvider.System,
            NullLogger<HostNas>.Instance);
    }

    public MockNas Server { get; }

    public FakeTimeProvider Clock { get; }

    public HostNas Nas { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Task<PretendedHost> StartAsync(MockNasOptions? options = null) => StartAsync(options, isOverSsh: false);

    public static Task<PretendedHost> OverSshAsync()
    {
        Assert.SkipWhen(SshServer.MissingBecause is not null, SshServer.MissingBecause ?? "");
        return StartAsync(null, isOverSsh: true);
    }

    /// <summary>The first free drive of a kind.</summary>
    public MockDrive Free(DriveProtocol protocol) => Server.Drives.First(drive => drive.Case is DriveCase.Free && drive.Protocol == protocol);

    public MockDrive Of(DriveCase of) => Server.Drives.First(drive => drive.Case == of);

    public static DriveTarget Target(MockDrive drive) => new() { Serial = drive.Serial, SizeBytes = drive.SizeBytes, Model = drive.Model };

    public static RunOrder Order(MockDrive drive, StageName? stage = null) => new()
    {
        RunId = $"run-{drive.Slot}",
        Stage = stage ?? StageName.ShortSmart,
        Target = Target(drive),
        Epoch = 1,
        OrderedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>The first sight of a run, or the first of a kind.</summary>
    public async Task<RunSnapshot> SeeAsync(RunOrder order, Func<RunSnapshot, bool>? isWanted = null)
    {
        RunSnapshot? seen = null;
        using var watch = Nas.Watch(order, snapshot =>
        {
            seen ??= isWanted?.Invoke(snapshot) is false ? null : snapshot;
            return Task.CompletedTask;
        });
        return await Eventually.GetAsync(() => Task.FromResult(seen), $"a look at {order.RunId}", cancellationToken: Cancelled);
    }

    public Task<string> ApmAsync(MockDrive drive) =>
        AskAsync($"smartctl -g apm /dev/{drive.Name} | sed -n 's/^APM level is: *\\([0-9]*\\).*/\\1/p'");

    /// <summary>What a command says there.</summary>
    public async Task<string> AskAsync(string command) => (await _questions.RunAsync($"{command}\n", Cancelled)).Output.Trim();

    public async ValueTask DisposeAsync()
    {
        await Nas.DisposeAsync();
        await _questions.DisposeAsync();
        await (_ssh?.DisposeAsync() ?? ValueTask.CompletedTask);
        _host.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<PretendedHost> StartAsync(MockNasOptions? options, bool isOverSsh)
    {
        Assert.SkipWhen(Prerequisites.Missing(Prerequisites.ForLoopDisks) is not null, Prerequisites.Missing(Prerequisites.ForLoopDisks) ?? "");
        var folder = Directory.CreateTempSubdirectory("burnin-pretended-").FullName;
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var server = await MockNas.StartAsync(options ?? Few, clock, Cancelled);
        var host = MockHost.Create(server, Path.Combine(folder, "host"));
        var ssh = isOverSsh ? await SshServer.StartAsync(new SshServerOptions { ForcedCommand = host.Enter }, Cancelled) : null;
        return new PretendedHost(folder, server, clock, host, ssh);
    }

    private static SshEndpoint EndpointOf(SshServer server) => new()
    {
        Host = server.Host,
        Port = server.Port,
        User = server.User,
        PrivateKey = server.ClientKey.PrivateKey,
        HostKey = server.HostKeyFingerprint,
    };
}
