using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;
using Burnin.Nas.Host;
using Burnin.Nas.Shell;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>A local host with a run directory of its own, one disk, and everything stopped when the test ends.</summary>
internal sealed class HostBench : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("burnin-host-").FullName;
    private readonly List<RunOrder> ordered = [];

    public HostBench(string shell = "dash", long diskBytes = 32 << 20, BlockFault? fault = null, bool isDisguised = false)
    {
        Disk = new ScratchDisk(folder, diskBytes, fault);
        if (isDisguised)
        {
            Disguise = new Disguise(folder, Disk.Node, diskBytes);
            Disk.SeenAs = $"/dev/{Disguise.Name}";
        }

        Nas = new HostNas(
            new NasConnection { Name = "here", Kind = NasKind.Local, IncludeLoopDevices = true, RunDirectory = Base },
            Shell(shell), TimeProvider.System, NullLogger<HostNas>.Instance);
    }

    public HostNas Nas { get; }

    public ScratchDisk Disk { get; }

    public Disguise? Disguise { get; }

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

    public async Task<RunOrder> OrderAsync(string runId, SurfacePlan? plan = null, long epoch = 1)
    {
        var drive = await DriveAsync();
        var order = new RunOrder
        {
            RunId = runId,
            Stage = StageName.SurfaceValidate,
            Target = new DriveTarget { Serial = drive.Serial, Wwn = drive.Wwn, SizeBytes = drive.SizeBytes, Model = drive.Model, Medium = drive.Medium },
            Epoch = epoch,
            OrderedAt = DateTimeOffset.UnixEpoch,
            Surface = plan ?? SurfacePlan.Full(drive.SizeBytes),
        };
        ordered.Add(order);
        return order;
    }

    /// <summary>The four patterns again and again: long enough to be met half way.</summary>
    public SurfacePlan LongPlan(int rounds = 200)
    {
        var once = SurfacePlan.Full(Disk.SizeBytes);
        var patterns = Enumerable.Repeat(once.Patterns, rounds).SelectMany(all => all).ToImmutableArray();
        return once with { Patterns = patterns, Segments = [.. patterns.Select(pattern => new SurfaceSegment(pattern, 0, once.Segments[0].LastBlock))] };
    }

    public LocalShell Shell(string shell = "dash") => Disguise?.Shell() ?? ShellNamed(shell);

    public Task<LaunchAnswer> StartAsync(RunOrder order) => Nas.EnsureStartedAsync(order, TestContext.Current.CancellationToken);

    public async Task<T> SeeAsync<T>(RunOrder order, Func<T, bool>? also = null)
        where T : RunSnapshot
    {
        RunSnapshot? last = null;
        using var watch = Nas.Watch(order, snapshot =>
        {
            last = snapshot;
            return Task.CompletedTask;
        });
        return await Until.NotNullAsync(() => Task.FromResult(last is T wanted && also?.Invoke(wanted) != false ? wanted : null), $"{typeof(T).Name} of {order.RunId}");
    }

    public int RunnerOf(RunOrder order) =>
        int.Parse(File.ReadAllText(Path.Combine(Base, "runs", order.RunId, "pid")).Split(' ')[0], CultureInfo.InvariantCulture);

    public string[] StateOf(RunOrder order) => File.ReadAllLines(Path.Combine(Base, "runs", order.RunId, "state"));

    /// <summary>Holds the writer in place, so that nothing depends on how fast the machine is.</summary>
    public async Task<int> FreezeWriterAsync()
    {
        var writer = 0;
        await Until.TrueAsync(
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
        Disk.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
