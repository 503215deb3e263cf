using System.Runtime.InteropServices;

namespace Burnin.Rig;

/// <summary>
/// A disk that can be made ill while it runs: nbdkit with our plugin, shown as a file by nbdfuse, behind a loop device.
/// Needs <see cref="Prerequisites.ForFaultyDisks"/>. The faults are listed at the head of faultydisk.c.
/// </summary>
public sealed class FaultyDisk : IAsyncDisposable
{
    private readonly RigFolder _folder;
    private readonly LoopDevice _loop;

    private FaultyDisk(RigFolder folder, LoopDevice loop, long mediumBytes)
    {
        _folder = folder;
        _loop = loop;
        Content = new DiskContent(folder.File("disk"), loop.Path, mediumBytes);
    }

    /// <summary>The device node, such as <c>/dev/loop3</c>.</summary>
    public string DevicePath => _loop.Path;

    /// <summary>The medium itself, without its faults. Smaller than the disk where that began with <c>alias</c>.</summary>
    public DiskContent Content { get; }

    public DiskCounters Counters =>
        MemoryMarshal.Read<DiskCounters>(File.ReadAllBytes(_folder.File("counters")));

    /// <summary>A disk of zeros. With <c>alias 64M</c> it may be as large as one likes, and takes no more room than that.</summary>
    public static async Task<FaultyDisk> CreateAsync(long sizeBytes, params string[] faults)
    {
        Array.ForEach(faults, FaultLine.Check);
        var folder = await RigFolder.CreateAsync();
        var mediumBytes = FaultLine.MediumBytes(sizeBytes, faults);
        try
        {
            using (var handle = File.OpenHandle(folder.File("disk"), FileMode.CreateNew, FileAccess.Write))
            {
                RandomAccess.SetLength(handle, mediumBytes);
            }

            // Healthy while the chain comes up: the kernel reads the partition table, and a dead disk could not be attached.
            await FaultChain.ReplaceFaultsAsync(folder, []);
            await FaultChain.BringUpAsync(folder, sizeBytes);
            var loop = await LoopDevice.AttachAsync(FaultChain.ExportOf(folder));
            if (!loop.IsDirect)
            {
                throw new InvalidOperationException($"{loop.Path} has no direct I/O: a page cache would hide the faults.");
            }

            var disk = new FaultyDisk(folder, loop, mediumBytes);
            await disk.SetFaultsAsync(faults);

            return disk;
        }
        catch
        {
            await FaultChain.TakeDownAsync(folder);
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Replaces all faults; none makes the disk healthy. Holds for the first request after this returns.</summary>
    public Task SetFaultsAsync(params string[] faults)
    {
        Array.ForEach(faults, FaultLine.Check);

        return FaultChain.ReplaceFaultsAsync(_folder, faults);
    }

    public async ValueTask DisposeAsync()
    {
        await FaultChain.TakeDownAsync(_folder);
        _folder.Dispose();
    }
}
