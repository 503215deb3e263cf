using System.Globalization;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Hosts;

/// <summary>
/// The shell of a pretended NAS: a folder with a programme, <see cref="Enter"/>, that is <c>/bin/sh</c> on a host which has the
/// drives of the NAS and no others: a Linux host, or for CORE one that answers as FreeBSD does. It is to be run in place of a local
/// shell, or as what an SSH server forces its sessions to run. Behind it are files for <c>/sys/block</c> and <c>/dev</c>, and
/// small tools that ask the NAS.
/// </summary>
public sealed class MockHost : IDisposable
{
    private readonly Box _box;
    private readonly IHostTree _tree;
    private readonly Lock _gate = new();

    private MockHost(Box box, IHostTree tree, string enter)
    {
        _box = box;
        _tree = tree;
        Enter = enter;
        box.Host = this;
        box.Changed += Refresh;
    }

    /// <summary>A programme: what comes on its standard input is run on the pretended host.</summary>
    public string Enter { get; }

    /// <summary>Makes it in a folder, which must stay as long as it is used, and be on a file system that holds large sparse files.</summary>
    public static MockHost Create(MockNas nas, string folder)
    {
        var box = nas.Box ?? throw new NotSupportedException("The original's contract has no shell.");
        var root = Directory.CreateDirectory(folder).FullName;
        HostTools.Install(root, box.Product, $"{nas.BaseUrl.Host}\n{nas.BaseUrl.Port.ToString(CultureInfo.InvariantCulture)}\n");
        IHostTree tree = box.Product.IsCore ? new FreeBsdTree(root) : new LinuxTree(root, box.Product);
        tree.Write(box.Look());

        return new MockHost(box, tree, Path.Combine(root, "enter"));
    }

    public void Dispose()
    {
        _box.Changed -= Refresh;
        _box.Host = null;
    }

    /// <summary>Writes what has changed since: names, drives that came and went, temperatures.</summary>
    internal void Refresh()
    {
        lock (_gate)
        {
            _tree.Write(_box.Look());
        }
    }
}
