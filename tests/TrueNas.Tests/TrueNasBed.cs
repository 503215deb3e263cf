using Burnin.Domain.Drives;
using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Faults;
using Burnin.MockTrueNas.Hosts;
using Burnin.Nas.Host;
using Burnin.Nas.Http;
using Burnin.Nas.Shell;
using Burnin.Nas.TrueNas;
using Burnin.Nas.TrueNas.Sockets;
using Burnin.Rig;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Burnin.TrueNas.Tests;

/// <summary>A pretend NAS of a real product, our client of it, and one clock for both that only the test moves.</summary>
internal sealed class TrueNasBed : IAsyncDisposable
{
    /// <summary>Asked once and waited for: the clock of these tests stands still.</summary>
    public static readonly HttpLimits Patient = new() { Answer = TimeSpan.FromDays(1), SlowAnswer = TimeSpan.FromDays(1), Retries = 0, BreakAfter = 1000 };

    public static readonly SocketLimits PatientSocket = new() { Connect = TimeSpan.FromDays(1), Answer = TimeSpan.FromDays(1), Pong = TimeSpan.FromDays(1) };

    private readonly List<IAsyncDisposable> _clients = [];
    private MockHost? _host;
    private string? _folder;

    private TrueNasBed(MockNas server, FakeTimeProvider clock) => (Server, Clock) = (server, clock);

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public MockNas Server { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>By JSON-RPC where the release has it: it knows whose key it is.</summary>
    public NasConnection WithUser => Connection with { ApiUser = Server.User };

    /// <summary>As an operator enters it who has looked at the certificate.</summary>
    public NasConnection Connection => new()
    {
        Name = "pretended",
        Kind = NasKind.Auto,
        Url = Server.SecureUrl,
        ApiKey = Server.ApiKey,
        Tls = TlsTrust.Parse($"pin:{Server.CertificateSha256}")!,
    };

    public static async Task<TrueNasBed> StartAsync(MockNasProfile profile, BoxFaults? faults = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var server = await MockNas.StartAsync(new MockNasOptions { Profile = profile }, clock, Cancelled);
        server.Faults = faults ?? BoxFaults.None;
        return new TrueNasBed(server, clock);
    }

    public TrueNasNas Nas(NasConnection? connection = null, HttpLimits? limits = null, SocketLimits? socketLimits = null) => Kept(new TrueNasNas(
        connection ?? Connection, null, Clock, NullLoggerFactory.Instance, limits ?? Patient, socketLimits ?? PatientSocket));

    /// <summary>By REST, or by JSON-RPC.</summary>
    public NasConnection By(NasKind kind) => WithUser with { Kind = kind };

    /// <summary>The outcome of something that waits for time to pass: for a socket's next attempt.</summary>
    public async Task<T> PassUntilAsync<T>(Task<T> task)
    {
        await Eventually.TrueAsync(
            () =>
            {
                Clock.Advance(TimeSpan.FromSeconds(1));
                return task.IsCompleted;
            },
            "the end of it",
            cancellationToken: Cancelled);
        return await task;
    }

    /// <summary>What it shows as soon as it answers again: a socket waits before it tries.</summary>
    public Task<Inventory> WellAgainAsync(TrueNasNas nas) => Eventually.GetAsync<Inventory>(
        async () =>
        {
            var asked = nas.ReadInventoryAsync(Cancelled);
            return await PassUntilAsync(asked);
        },
        "an inventory again",
        cancellationToken: Cancelled);

    /// <summary>With a shell on the host, as SSH would give it.</summary>
    public TrueNasNas NasWithHost()
    {
        Assert.SkipWhen(Prerequisites.Missing(Prerequisites.ForLoopDisks) is not null, Prerequisites.Missing(Prerequisites.ForLoopDisks) ?? "");
        _folder ??= Directory.CreateTempSubdirectory("burnin-truenas-").FullName;
        _host ??= MockHost.Create(Server, Path.Combine(_folder, "host"));
        var connection = Connection with { RunDirectory = Path.Combine(_folder, "base") };
        return Over(connection, new LocalShell(_host.Enter));
    }

    public TrueNasNas NasWithBrokenHost() => Over(Connection, new LocalShell("/nowhere/sh"));

    public async Task<DriveFacts> FactsOfAsync(TrueNasNas nas, DriveCase of) => Of(await nas.ReadInventoryAsync(Cancelled), of);

    /// <summary>By serial where it has one: the row of a drive with a twin may have the name of either.</summary>
    public DriveFacts Of(Inventory inventory, DriveCase of) =>
        inventory.Drives.First(drive => Drive(of) is var wanted && (wanted.Serial.Length == 0 ? drive.DeviceName == wanted.Name : drive.Serial == wanted.Serial));

    public MockDrive Drive(DriveCase of) => Server.Drives.First(drive => drive.Case == of);

    public static DriveTarget Target(MockDrive drive) => new() { Serial = drive.Serial, SizeBytes = drive.SizeBytes, Model = drive.Model };

    /// <summary>Moves a lever behind the NAS: <c>drives/sda/remove</c>.</summary>
    public async Task MoveAsync(string lever, string body = "")
    {
        using var client = new HttpClient { BaseAddress = Server.BaseUrl };
        using var content = new StringContent(body);
        using var response = await client.PostAsync($"debug/{lever}", content, Cancelled);
        response.EnsureSuccessStatusCode();
    }

    public int CallsOf(string method) => Server.CallCounts.GetValueOrDefault(method);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        _host?.Dispose();
        await Server.DisposeAsync();
        if (_folder is { } folder)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private TrueNasNas Over(NasConnection connection, IHostShell shell) => Kept(new TrueNasNas(
        connection, new HostNas(connection, shell, Clock, NullLogger<HostNas>.Instance), Clock, NullLoggerFactory.Instance, Patient));

    private TrueNasNas Kept(TrueNasNas nas)
    {
        _clients.Add(nas);
        return nas;
    }
}
