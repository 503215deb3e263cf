using System.Globalization;
using Burnin.Nas.Shell;

namespace Burnin.Nas.Tests.Host;

/// <summary>
/// Shows this machine as a FreeBSD host with one disk: pretended tools stand first in the path and answer as FreeBSD's do,
/// and what FreeBSD has not is written down when somebody calls it. What the real tools do it cannot prove.
/// </summary>
internal sealed class FreeBsdDisguise
{
    private static readonly string[] LinuxOnly = ["blkid", "losetup", "lsblk", "setsid", "udevadm"];

    private readonly string folder;
    private readonly string node;
    private readonly int loop;

    public FreeBsdDisguise(string folder, string name, string loopNode, long bytes)
    {
        this.folder = Directory.CreateDirectory($"{folder}/freebsd").FullName;
        node = $"/dev/{name}";
        loop = int.Parse(loopNode["/dev/loop".Length..], CultureInfo.InvariantCulture);
        foreach (var tool in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Host", "FreeBsdTools")))
        {
            Install(tool, Path.GetFileName(tool));
        }

        foreach (var tool in LinuxOnly)
        {
            Install($"{this.folder}/strayed", tool);
        }

        Says("name", name);
        Says("disks", name.StartsWith("md", StringComparison.Ordinal) ? "" : name);
        Says("bytes", bytes.ToString(CultureInfo.InvariantCulture));
        Says("ident", Serial);
        Says("drive", Serial);
        Says("debugflags", "0");
    }

    public static string Serial => "ZTEST 01";

    /// <summary>Calls of tools that FreeBSD has not.</summary>
    public string[] Strays => File.Exists($"{folder}/strays") ? File.ReadAllLines($"{folder}/strays") : [];

    /// <summary>What the pretended tools are told: see them for the names.</summary>
    public void Says(string what, string text) => File.WriteAllText($"{folder}/{what}", text + "\n");

    /// <summary>Puts something of a GEOM class upon a provider of the tree: what uses it, and what it makes out of it.</summary>
    public void PutsUpon(string provider, string geomClass, string geom, string mode, string scheme = "", params (string Name, string Type)[] makes)
    {
        var made = makes.Select(make => $"""
            <provider id="0x{make.Name}">
            <geom ref="0x{geomClass}{geom}"/>
            <mode>{mode}</mode>
            <name>{make.Name}</name>
            <config>
            <type>{make.Type}</type>
            </config>
            </provider>
            """);
        Says($"above.{geomClass}.{geom.Replace('/', '_')}.xml", $"""
            <class id="0x{geomClass}">
            <name>{geomClass}</name>
            <geom id="0x{geomClass}{geom}">
            <class ref="0x{geomClass}"/>
            <name>{geom}</name>
            <rank>3</rank>
            <config>
            {(scheme.Length > 0 ? $"<scheme>{scheme}</scheme>" : "")}
            </config>
            <consumer id="0x{provider}by{geom}">
            <geom ref="0x{geomClass}{geom}"/>
            <provider ref="0x{(provider == Path.GetFileName(node) ? "disk" : provider)}"/>
            <mode>{mode}</mode>
            </consumer>
            {string.Join("\n", made)}
            </geom>
            </class>
            """);
    }

    /// <summary>A GPT with a swap partition and one of ZFS, as the NAS itself makes them, and the label by which it calls the latter.</summary>
    public void IsPartitioned()
    {
        PutsUpon("da0", "PART", "da0", "r0w0e0", "GPT", ("da0p1", "freebsd-swap"), ("da0p2", "freebsd-zfs"));
        PutsUpon("da0p2", "LABEL", "da0p2", "r0w0e0", "", ("gptid/4b0c9a1e-0001-11ee-9c7e-000000000000", "-"));
    }

    public LocalShell Shell(string shell)
    {
        var setUp = $"""
            mount -t tmpfs none /dev && mknod {node} b 7 {loop} && mknod -m 666 /dev/null c 1 3 && mkdir /dev/cam || exit 1
            [ ! -e {folder}/messages ] || mount -t tmpfs none /var/log; cp {folder}/messages /var/log/ 2>/dev/null
            [ ! -e {folder}/exports ] || true >/dev/cam/ctl
            {(shell == "dash" ? "" : $"mount --bind /usr/bin/{shell} /usr/bin/dash || exit 1")}
            PATH={folder}:$PATH exec /bin/sh -s
            """;
        return new LocalShell("/usr/bin/unshare", "-m", "/bin/sh", "-c", setUp);
    }

    private void Install(string source, string name)
    {
        File.Copy(source, $"{folder}/{name}", overwrite: true);
        Tool.Run("chmod", "+x", $"{folder}/{name}");
    }
}
