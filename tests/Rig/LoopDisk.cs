namespace Burnin.Rig;

/// <summary>A healthy disk: a file behind a loop device. Needs <see cref="Prerequisites.ForLoopDisks"/>.</summary>
public sealed class LoopDisk : IAsyncDisposable
{
    private readonly RigFolder _folder;
    private readonly LoopDevice _loop;

    private LoopDisk(RigFolder folder, LoopDevice loop, DiskContent content)
    {
        _folder = folder;
        _loop = loop;
        Content = content;
    }

    /// <summary>The device node, such as <c>/dev/loop3</c>.</summary>
    public string DevicePath => _loop.Path;

    public DiskContent Content { get; }

    /// <summary>False where the backing file system knows no direct I/O.</summary>
    public bool IsDirect => _loop.IsDirect;

    /// <summary>A disk of zeros that takes no room until it is written, or, if wanted, one full of noise.</summary>
    public static async Task<LoopDisk> CreateAsync(long sizeBytes, bool noise = false)
    {
        var folder = await RigFolder.CreateAsync();
        try
        {
            var file = folder.File("disk");
            using (var handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write))
            {
                RandomAccess.SetLength(handle, sizeBytes);
            }

            if (noise)
            {
                DiskContent.FillWithNoise(file, sizeBytes);
            }

            var loop = await LoopDevice.AttachAsync(file);

            return new LoopDisk(folder, loop, new DiskContent(file, loop.Path, sizeBytes));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LoopDevice.DetachAllAsync(_folder);
        _folder.Dispose();
    }
}
