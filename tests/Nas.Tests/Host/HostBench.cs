using System.Diagnostics;
using System.Globalization;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;
using Burnin.Nas.Host;
using Burnin.Nas.Shell;
using Burnin.Rig;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>A local host with a run directory of its own, one disk, and everything stopped when the test ends.</summary>
internal sealed class HostBench : IAsyncDisposable
{
    /// <summary>What fio was proved to see holds for the machine; once for each test would take longer than the tests.</summary>
    private static readonly Lazy<string> Proofs = new(() => Directory.CreateTempSubdirectory("burnin-proofs-").FullName);

    private readonly string folder = Directory.CreateTempSubdirectory("burnin-host-").FullName;
    private readonly List<RunOrder> ordered = [];

    public HostBench(string shell = "dash", long diskBytes = 32 << 20, bool isDisguised = false)
        : this(shell, folder => new ScratchDisk(folder, diskBytes), isDisguised)
    {
    }

    private HostBench(string shell, Func<string, ScratchDisk> disk, bool isDisguised, string? freeBsdName = null)
    {
        Disk = disk(folder);
        if (freeBsdName is not null)
        {
            FreeBsd = new FreeBsdDisguise(folder, freeBsdName, Disk.Node, Disk.SizeBytes);
            Disk.SeenAs = $"/dev/{freeBsdName}";
        }

        if (isDisguised)
        {
            Disguise = new Disguise(folder, Disk.Node, Disk.SizeBytes);
            Disk.SeenAs = $"/dev/{Disguise.Name}";
        }

        Directory.CreateDirectory(Base);
        Directory.CreateSymbolicLink(Path.Combine(Base, "proofs"), Proofs.Value);
        Nas = NewController(shell);
    }

    /// <summary>A disk with faults, or only a slow one: <c>rate 20M</c>.</summary>
    public static async Task<HostBench> FaultyAsync(string shell, long diskBytes, bool isDisguised = false, params string[] faults)
    {
        Assert.SkipUnless(Prerequisites.Missing(Prerequisites.ForFaultyDisks) is null, Prerequisites.Missing(Prerequisites.ForFaultyDisks) ?? "");
        var disk = await FaultyDisk.CreateAsync(diskBytes, faults);
        return new HostBench(shell, _ => new ScratchDisk(disk, diskBytes), isDisguised) { Faulty = disk };
    }

    /// <summary>A host that answers as FreeBSD does, with one disk.</summary>
    public static HostBench OfFreeBsd(string shell = "dash", string name = "da0") =>
        new(shell, folder => new ScratchDisk(folder, 32 << 20), isDisguised: false, name);

    /// <summary>The same with a disk slow enough to be met half way.</summary>
    public static async Task<HostBench> SlowFreeBsdAsync(string shell = "dash")
    {
        Assert.SkipUnless(Prerequisites.Missing(Prerequisites.ForFaultyDisks) is null, Prerequisites.Missing(Prerequisites.ForFaultyDisks) ?? "");
        var disk = await FaultyDisk.CreateAsync(128 << 20, "rate 40M");
        return new HostBench(shell, _ => new ScratchDisk(disk, 128 << 20), isDisguised: false, "da0") { Faulty = disk };
    }

    /// <summary>Slow enough to be met half way.</summary>
    public static Task<HostBench> SlowAsync(string shell = "dash", bool isDisguised = false) => FaultyAsync(shell, 128 << 20, isDisguised, "rate 40M");

    /// <summary>The disk below <see cref="Disk"/>, where it was made with faults.</summary>
    public FaultyDisk? Faulty { get; private init; }

    public HostNas Nas { get; }

    public ScratchDisk Disk { get; }

    public Disguise? Disguise { get; }

    public FreeBsdDisguise? FreeBsd { get; }

    public string Base => Path.Combine(folder, "base");

    /// <summary>busybox and bash also take the place of /bin/sh, which the detached runner is started with.</summary>
    public static LocalShell ShellNamed(string shell) => shell switch
    {
        "dash" => new LocalShell(),
        "busybox" => new LocalShell("/usr/bin/unshare", "-m", "/usr/bin/busybox", "sh", "-c", "mount --bind /usr/bin/busybox /usr/bin/dash && exec /bin/sh -s"),
        "bash" => new LocalShell("/usr/bin/unshare", "-m", "/usr/bin/bash", "-c", "mount --bind /usr/bin/bash /usr/bin/dash && exec /bin/sh -s"),
        _ => throw new UnreachableException(),
    };

    public async Task<DriveFacts> DriveAsync() =>
        (await Nas.ReadInventoryAsync(TestContext.Current.CancellationToken)).Drives.Single(drive => drive.DeviceName == Disk.Name);

    /// <summary>Another Burnin that looks at the same host and the same run directory.</summary>
    public HostNas NewController(string shell = "dash") => new(
        new NasConnection { Name = "here", Kind = NasKind.Local, IncludeLoopDevices = true, RunDirectory = Base },
        Shell(shell), TimeProvider.System, NullLogger<HostNas>.Instance);

    public async Task<RunOrder> OrderAsync(string runId, SurfaceOrder? surface = null, long epoch = 1)
    {
        var drive = await DriveAsync();
        var order = new RunOrder
        {
            RunId = runId,
            Stage = StageName.SurfaceValidate,
            Target = new DriveTarget { Serial = drive.Serial, Wwn = drive.Wwn, SizeBytes = drive.SizeBytes, Model = drive.Model, Medium = drive.Medium },
            Epoch = epoch,
            OrderedAt = DateTimeOffset.UnixEpoch,
            Surface = surface ?? With(SurfaceEngine.Auto),
        };
        ordered.Add(order);
        return order;
    }

    public static SurfaceOrder With(SurfaceEngine engine, int passes = 1) => new() { Shape = new SurfaceShape { Passes = passes }, Engine = engine };

    public LocalShell Shell(string shell = "dash") => FreeBsd?.Shell(shell) ?? Disguise?.Shell(shell) ?? ShellNamed(shell);

    public Task<LaunchAnswer> StartAsync(RunOrder order) => Nas.EnsureStartedAsync(order, TestContext.Current.CancellationToken);

    public async Task<T> SeeAsync<T>(RunOrder order, Func<T, bool>? also = null, TimeSpan? within = null)
        where T : RunSnapshot
    {
        RunSnapshot? last = null;
        using var watch = Nas.Watch(order, snapshot =>
        {
            last = snapshot;
            return Task.CompletedTask;
        });
        return await Eventually.GetAsync(() => Task.FromResult(last is T wanted && also?.Invoke(wanted) != false ? wanted : null), $"{typeof(T).Name} of {order.RunId}", within);
    }

    /// <summary>The epoch that kept the order from being followed.</summary>
    public static async Task<long?> FencedByAsync(Task order)
    {
        var refusal = await Assert.ThrowsAsync<NasException>(() => order);
        Assert.Equal(NasFault.Fenced, refusal.Fault);
        return refusal.HostEpoch;
    }

    public int RunnerOf(RunOrder order) =>
        int.Parse(File.ReadAllText(Path.Combine(Base, "runs", order.RunId, "pid")).Split(' ')[0], CultureInfo.InvariantCulture);

    public string[] StateOf(RunOrder order) => File.ReadAllLines(Path.Combine(Base, "runs", order.RunId, "state"));

    /// <summary>Puts the run directory on a file system of its own, of a size that can be filled.</summary>
    public RunFileSystem GiveRunsAFileSystem(string size) => new(Base, size);

    /// <summary>Whether the host has counted time in which the run stood still.</summary>
    public bool IsStandingStill(RunOrder order) => File.Exists(Path.Combine(Base, "runs", order.RunId, "held"));

    /// <summary>Holds the writer in place, so that nothing depends on how fast the machine is.</summary>
    public async Task<int> FreezeWriterAsync()
    {
        var writer = 0;
        await Eventually.TrueAsync(
            () =>
            {
                writer = Disk.Writers().FirstOrDefault();
                if (writer == 0)
                {
                    return false;
                }

                try
                {
                    Tool.Signal("STOP", writer);
                }
                catch (InvalidOperationException)
                {
                    return false; // its segment ended just then
                }

                return Disk.Writers().Contains(writer);
            },
            "a writer to freeze");
        return writer;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var order in ordered)
        {
            await Nas.StopAsync(order with { Epoch = long.MaxValue }, CancellationToken.None);
        }

        await Nas.DisposeAsync();
        await Disk.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
