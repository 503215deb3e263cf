namespace Burnin.Nas.Tests.Host;

/// <summary>A small file system in memory, over the run directory.</summary>
internal sealed class RunFileSystem : IDisposable
{
    private readonly string folder;

    public RunFileSystem(string folder, string size)
    {
        this.folder = folder;
        Tool.Run("mount", "-t", "tmpfs", "-o", $"size={size}", "burnin-test", folder);
    }

    public void Fill() => Tool.Run("sh", "-c", $"cat /dev/zero >{folder}/ballast 2>/dev/null; sync");

    public void Free() => File.Delete(Path.Combine(folder, "ballast"));

    // Lazily: the watcher of a run that has just ended may still stand in it.
    public void Dispose() => Tool.Run("umount", "--lazy", folder);
}
