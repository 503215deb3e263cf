using System.Collections.Immutable;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Products;
using Burnin.MockTrueNas.Smartctl;

namespace Burnin.MockTrueNas.Hosts;

/// <summary>The tools of a pretended host: what stands for them in its folder, and what the NAS answers them.</summary>
internal static class HostTools
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>What asks the NAS, on any system and on each.</summary>
    private static readonly ImmutableArray<string> Asking = ["refresh", "smartctl", "zpool", "zdb"];

    private static readonly ImmutableArray<string> AskingOnLinux = ["lsblk"];

    private static readonly ImmutableArray<string> AskingOnFreeBsd =
        ["uname", "freebsd-version", "ask-sysctl", "diskinfo", "swapinfo", "mount", "mdconfig", "fstyp", "file"];

    /// <summary>What answers by itself.</summary>
    private static readonly ImmutableArray<string> OwnOnLinux = ["stat"];

    private static readonly ImmutableArray<string> OwnOnFreeBsd = ["stat", "daemon", "date", "ps", "fstat", "sysctl"];

    public static void Install(string root, Product product, string address)
    {
        var tools = Directory.CreateDirectory(Path.Combine(root, "tools")).FullName;
        File.WriteAllText(Path.Combine(root, "address"), address);
        Write(Path.Combine(root, "enter"), "enter");

        foreach (var tool in Asking.AddRange(product.IsCore ? AskingOnFreeBsd : AskingOnLinux))
        {
            Write(Path.Combine(tools, tool), "ask");
        }

        foreach (var tool in product.IsCore ? OwnOnFreeBsd : OwnOnLinux)
        {
            Write(Path.Combine(tools, tool), $"{(product.IsCore ? "freebsd" : "linux")}.{tool}");
        }
    }

    /// <summary>Null for a tool that the host has not.</summary>
    public static (int Exit, string Output)? Run(Box box, string tool, ImmutableArray<string> arguments)
    {
        switch (tool)
        {
            case "refresh":
                box.Host?.Refresh();
                return (0, "");
            case "smartctl":
                return SmartctlProgramme.Run(box, arguments);
            case "zpool":
                return ZfsTools.Zpool(box.Look(), arguments);
            case "zdb":
                return ZfsTools.Zdb(box.Look(), arguments);
            case "lsblk":
                return Lsblk(box.Look(), arguments);
            default:
                return GeomTools.Run(tool == "ask-sysctl" ? "sysctl" : tool, arguments, box.Look());
        }
    }

    /// <summary>Only what is asked of one disk: its serial, by which the host programme makes sure.</summary>
    private static (int Exit, string Output) Lsblk(BoxMoment moment, ImmutableArray<string> arguments) =>
        arguments is [.., "SERIAL", var node] && moment.Find(node.Replace("/dev/", "", StringComparison.Ordinal)) is { } drive
            ? (0, $"{drive.Serial}\n")
            : (32, "");

    private static void Write(string path, string script)
    {
        using var stream = typeof(HostTools).Assembly.GetManifestResourceStream($"{script}.sh") ?? throw new InvalidOperationException($"{script}.sh is not in the assembly.");
        using var reader = new StreamReader(stream);
        File.WriteAllText(path, reader.ReadToEnd().ReplaceLineEndings("\n"));

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Executable);
        }
    }
}
