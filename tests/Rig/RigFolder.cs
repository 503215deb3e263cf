using System.Globalization;

namespace Burnin.Rig;

/// <summary>
/// A private folder under the temporary folder that knows its owner. What a killed test run left behind (loop devices,
/// mounts, servers) is taken down by the next run, and nothing else is: only folders whose owner is dead, and only what
/// they name.
/// </summary>
internal sealed class RigFolder : IDisposable
{
    private const string Prefix = "burnin-rig-";
    private static readonly Lazy<Task> FirstSweep = new(SweepAsync);

    private RigFolder(string path) => Root = path;

    public string Root { get; }

    public static async Task<RigFolder> CreateAsync()
    {
        await FirstSweep.Value;
        var folder = new RigFolder(Directory.CreateTempSubdirectory(Prefix).FullName);
        await System.IO.File.WriteAllTextAsync(folder.File("owner"), OwnerOf(Environment.ProcessId));

        return folder;
    }

    public string File(string name) => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>A process by number and start time, since numbers come back; null where there is none.</summary>
    private static string? OwnerOf(int processId)
    {
        try
        {
            var stat = System.IO.File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            var afterName = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');

            return string.Create(CultureInfo.InvariantCulture, $"{processId} {afterName[19]}");
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task SweepAsync()
    {
        foreach (var path in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                var owner = await System.IO.File.ReadAllTextAsync(Path.Combine(path, "owner"));
                if (OwnerOf(int.Parse(owner.Split(' ')[0], CultureInfo.InvariantCulture)) != owner)
                {
                    await TakeDownAsync(new RigFolder(path));
                }
            }
            catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException or FormatException)
            {
                // Another run sweeps it just now, or it belongs to another user, or its owner is not written yet.
            }
        }
    }

    private static async Task TakeDownAsync(RigFolder folder)
    {
        await FaultChain.TakeDownAsync(folder);
        await LoopDevice.DetachAllAsync(folder);
        folder.Dispose();
    }
}
