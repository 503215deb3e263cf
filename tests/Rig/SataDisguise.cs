using System.Globalization;

namespace Burnin.Rig;

/// <summary>
/// Shows a loop device as a SATA disk on a host where nothing else is, so that the paths of real drives are walked where there
/// are none. Its folder holds what the drive and the host say (<c>model</c>, <c>millidegrees</c>), tools that stand before the
/// real ones, tools to be hidden (<c>hidden-NAME</c>), and what else is to be set up (<c>tree</c>).
/// </summary>
public static class SataDisguise
{
    /// <summary>Of the disk: no two loop devices have the same.</summary>
    public static string NameOf(string loopNode)
    {
        var loop = NumberOf(loopNode);
        return $"sd{(char)('a' + (loop / 26 % 26))}{(char)('a' + (loop % 26))}";
    }

    /// <summary>Commands of a shell in a mount namespace of its own; the last becomes the shell of the host.</summary>
    public static string Script(string folder, string loopNode, long bytes, string serial)
    {
        var (loop, name) = (NumberOf(loopNode), NameOf(loopNode));
        return $"""
            mount -t tmpfs none /sys/block && mkdir -p /sys/block/{name}/queue /sys/block/{name}/device /sys/block/{name}/holders && cd /sys/block/{name} || exit 1
            echo 7:{loop} >dev; echo {bytes / 512} >size; echo 1 >queue/rotational; cp {folder}/model device/model; echo naa.5000C500DEADBEEF >device/wwid
            printf '\000\200\000\014    {serial}' >device/vpd_pg80
            mkdir -p device/hwmon/hwmon0 && ln -s {folder}/millidegrees device/hwmon/hwmon0/temp1_input
            for tool in {folder}/hidden-*; do for place in /usr/bin /usr/sbin; do
              hidden=$place/$(basename "$tool" | cut -c 8-); [ ! -e "$hidden" ] || mount --bind "$tool" "$hidden"
            done; done
            [ ! -e {folder}/tree ] || . {folder}/tree
            mount -t tmpfs none /dev && mknod /dev/{name} b 7 {loop} && mknod -m 666 /dev/null c 1 3 || exit 1
            cd / && PATH={folder}:/usr/sbin:/usr/bin exec /bin/sh -s
            """;
    }

    /// <summary>A programme that is the shell of such a host, for an SSH server to force its sessions to run.</summary>
    public static async Task<string> EntranceAsync(string folder, string loopNode, long bytes, string serial, string smartctl)
    {
        var enter = Path.Combine(folder, "enter");
        await File.WriteAllTextAsync(Path.Combine(folder, "model"), "PRETENDED 1T\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "millidegrees"), "33000\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "smartctl"), smartctl);
        await File.WriteAllTextAsync(Path.Combine(folder, "host"), Script(folder, loopNode, bytes, serial));
        await File.WriteAllTextAsync(enter, $"#!/bin/sh\nexec /usr/bin/unshare -m /bin/sh {folder}/host\n");
        await Command.RunAsync("chmod", "+x", Path.Combine(folder, "smartctl"), enter);
        return enter;
    }

    private static int NumberOf(string loopNode) => int.Parse(loopNode["/dev/loop".Length..], CultureInfo.InvariantCulture);
}
