using Burnin.Nas.Shell;

namespace Burnin.Nas.Tests.Host;

/// <summary>
/// Shows a loop disk as a SATA disk, in a mount namespace of its own where nothing else is: that is how the paths of
/// real drives are walked where there are none. smartctl is a pretended one.
/// </summary>
internal sealed class Disguise
{
    private const string Smartctl = """
        #!/bin/sh
        cd "$(dirname "$0")" || exit 1
        case " $* " in
          *" -t "*) [ -e mute ] && { echo 'device successfully opened'; exit 0; }
            grep -q 24 status && { echo "Can't start self-test without aborting current test (60% remaining)"; exit 4; }
            echo 246 >status; echo 'Testing has begun.'; exit 0 ;;
          *" -X "*) echo 25 >status; sh ./row 25 'Aborted by host' >table; echo 'Self-testing aborted!'; exit 0 ;;
          *" -i "*) printf 'Device Model:     PRETENDED\nSerial Number:    %s\n' "$(cat serial)"; exit 0 ;;
        esac
        printf '{"smart_status":{"passed":true},"temperature":{"current":33},"power_on_time":{"hours":7},"ata_smart_data":{"self_test":{"status":{"value":%s}}},"ata_smart_self_test_log":{"extended":{"count":0,"table":[%s]}}}\n' "$(cat status)" "$(cat table)"
        """;

    private const string Row = """
        printf '{"status":{"value":%s,"string":"%s"},"lifetime_hours":7}' "$1" "$2"
        """;

    private readonly string folder;
    private readonly string setUp;

    public Disguise(string folder, string loopNode, long bytes)
    {
        this.folder = Directory.CreateDirectory($"{folder}/smartctl").FullName;
        var loop = int.Parse(loopNode["/dev/loop".Length..], System.Globalization.CultureInfo.InvariantCulture);
        Name = $"sd{(char)('a' + (loop / 26 % 26))}{(char)('a' + (loop % 26))}";
        File.WriteAllText($"{this.folder}/smartctl", Smartctl);
        File.WriteAllText($"{this.folder}/row", Row);
        DriveSays(Serial);
        SelfTest(0);
        Tool.Run("chmod", "+x", $"{this.folder}/smartctl");
        setUp = $"""
            mount -t tmpfs none /sys/block && mkdir -p /sys/block/{Name}/queue /sys/block/{Name}/device /sys/block/{Name}/holders && cd /sys/block/{Name} || exit 1
            echo 7:{loop} >dev; echo {bytes / 512} >size; echo 1 >queue/rotational; echo 'PRETENDED 18TB  ' >device/model; echo naa.5000C500DEADBEEF >device/wwid
            printf '\000\200\000\014    {Serial}' >device/vpd_pg80
            mount -t tmpfs none /dev && mknod /dev/{Name} b 7 {loop} && mknod -m 666 /dev/null c 1 3 || exit 1
            cd / && PATH={this.folder}:$PATH exec /bin/sh -s
            """;
    }

    public static string Serial => "ZTEST 01";

    public string Name { get; }

    public LocalShell Shell() => new("/usr/bin/unshare", "-m", "/bin/sh", "-c", setUp);

    /// <summary>What smartctl reads from the drive itself.</summary>
    public void DriveSays(string serial) => File.WriteAllText($"{folder}/serial", serial);

    public int SelfTestStatus => int.Parse(File.ReadAllText($"{folder}/status"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>smartctl will claim success from now on and start nothing.</summary>
    public void Mute() => File.WriteAllText($"{folder}/mute", "");

    public void SelfTest(int status, string? row = null)
    {
        File.WriteAllText($"{folder}/table", row is null ? "" : Tool.Run("sh", $"{folder}/row", $"{status}", row));
        File.WriteAllText($"{folder}/status", $"{status}");
    }
}
