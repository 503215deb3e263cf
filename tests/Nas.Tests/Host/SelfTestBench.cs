using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Nas.Host;
using Burnin.Rig;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>A local host with one disk that shows itself as a SATA drive and tests itself as the test wishes.</summary>
internal sealed class SelfTestBench : IAsyncDisposable
{
    private const long DiskBytes = 4 << 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("burnin-selftest-").FullName;
    private readonly LoopDisk _disk;

    private SelfTestBench(LoopDisk disk)
    {
        _disk = disk;
        Drive = new Disguise(_folder, disk.DevicePath, DiskBytes);
        Nas = NewNas();
    }

    public Disguise Drive { get; }

    public HostNas Nas { get; }

    public string Base => Path.Combine(_folder, "base");

    public string LockPath => Path.Combine(Base, "locks", $"{Disguise.Serial.Replace(' ', '_')}-{DiskBytes}");

    public static async Task<SelfTestBench> CreateAsync()
    {
        Assert.SkipWhen(Prerequisites.Missing(Prerequisites.ForLoopDisks) is not null, Prerequisites.Missing(Prerequisites.ForLoopDisks) ?? "");
        return new SelfTestBench(await LoopDisk.CreateAsync(DiskBytes));
    }

    /// <summary>As after a restart of Burnin.</summary>
    public HostNas NewNas() => new(
        new NasConnection { Name = "here", Kind = NasKind.Local, RunDirectory = Base }, Drive.Shell(), TimeProvider.System, NullLogger<HostNas>.Instance);

    public static RunOrder Order(string runId = "selftest", StageName stage = StageName.ShortSmart, long epoch = 1) => new()
    {
        RunId = runId,
        Stage = stage,
        Target = new DriveTarget { Serial = Disguise.Serial, SizeBytes = DiskBytes, Model = "PRETENDED 18TB" },
        Epoch = epoch,
        OrderedAt = DateTimeOffset.UnixEpoch,
    };

    public Task<LaunchAnswer> StartAsync(RunOrder order) => Nas.EnsureStartedAsync(order, TestContext.Current.CancellationToken);

    public Task StopAsync(RunOrder order) => Nas.StopAsync(order, TestContext.Current.CancellationToken);

    /// <summary>What one look at the run says.</summary>
    public async Task<RunSnapshot> SnapshotAsync(RunOrder order)
    {
        await using var shell = Drive.Shell();
        var answer = await shell.RunAsync(HostProgramme.Text("selftest-status", Base, order.RunId), TestContext.Current.CancellationToken);
        return SelfTestJudge.Of(HostAnswer.Read(answer), order.Stage == StageName.ShortSmart ? SelfTestKind.Short : SelfTestKind.Extended);
    }

    /// <summary>What is reported of the run first.</summary>
    public async Task<RunSnapshot> SeeAsync(RunOrder order)
    {
        RunSnapshot? seen = null;
        using var watch = Nas.Watch(order, snapshot =>
        {
            seen ??= snapshot;
            return Task.CompletedTask;
        });
        return await Eventually.GetAsync(() => Task.FromResult(seen), $"a look at {order.RunId}", cancellationToken: TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Nas.DisposeAsync();
        await _disk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
