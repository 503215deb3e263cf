using System.Globalization;
using Burnin.Nas.Shell;
using Burnin.Rig;

namespace Burnin.Nas.Tests.Host;

/// <summary>
/// Shows a loop disk as a SATA disk, in a mount namespace of its own where nothing else is: that is how the paths of
/// real drives are walked where there are none. smartctl is a pretended one, with a log, a self-test and an APM level.
/// </summary>
internal sealed class Disguise
{
    private const string Smartctl = """
        #!/bin/sh
        cd "$(dirname "$0")" || exit 1
        echo "$*" >>calls
        case " $* " in
          *" -g apm "*) if [ -s apm ]; then echo "APM level is:     $(cat apm) (pretended)"; else echo 'APM feature is:   Unavailable'; fi; exit 0 ;;
          *" -s apm,"*) level=${2#apm,}; echo "$level" >apm; exit 0 ;;
          *" -t "*) [ -e mute ] && { echo 'device successfully opened'; exit 0; }
            [ "$(cat status)" -ge 240 ] && { echo "Can't start self-test without aborting current test (60% remaining)"; exit 4; }
            case $2 in long) echo 2 >type ;; *) echo 1 >type ;; esac
            echo 246 >status; echo 'Testing has begun.'; exit 0 ;;
          *" -X "*) deaf=$(cat deaf); [ "$deaf" -gt 0 ] && { echo $((deaf - 1)) >deaf; exit 0; }
            sh ./row "$(cat type)" 25 'Aborted by host' | cat - rows >rows.new && mv rows.new rows
            echo 25 >status; echo 'Self-testing aborted!'; exit 0 ;;
          *" -i "*) printf 'Device Model:     PRETENDED\nSerial Number:    %s\n' "$(cat serial)"; exit 0 ;;
        esac
        printf '{"smart_status":{"passed":true},"temperature":{"current":33},"power_on_time":{"hours":7},"ata_smart_data":{"self_test":{"status":{"value":%s}}},"ata_smart_self_test_log":{"extended":{"table":[%s]}}}\n' "$(cat status)" "$(paste -sd, rows)"
        """;

    private const string Row = """
        printf '{"type":{"value":%s},"status":{"value":%s,"string":"%s"},"lifetime_hours":7}\n' "$1" "$2" "$3"
        """;

    private readonly string folder;
    private readonly string setUp;

    public Disguise(string folder, string loopNode, long bytes)
    {
        this.folder = Directory.CreateDirectory($"{folder}/smartctl").FullName;
        Name = SataDisguise.NameOf(loopNode);
        File.WriteAllText($"{this.folder}/smartctl", Smartctl);
        File.WriteAllText($"{this.folder}/row", Row);
        foreach (var (file, text) in (IEnumerable<(string, string)>)[("status", "0"), ("type", "1"), ("rows", ""), ("deaf", "0"), ("apm", ""), ("calls", ""), ("model", "PRETENDED 18TB  \n")])
        {
            File.WriteAllText($"{this.folder}/{file}", text);
        }

        DriveSays(Serial);
        Tool.Run("chmod", "+x", $"{this.folder}/smartctl");
        setUp = SataDisguise.Script(this.folder, loopNode, bytes, Serial);
    }

    public static string Serial => "ZTEST 01";

    public string Name { get; }

    /// <summary>Of the pretended tools.</summary>
    public string Folder => folder;

    public int SelfTestStatus => int.Parse(File.ReadAllText($"{folder}/status"), CultureInfo.InvariantCulture);

    /// <summary>Empty: the drive has no such thing.</summary>
    public string ApmLevel
    {
        get => File.ReadAllText($"{folder}/apm").Trim();
        set => File.WriteAllText($"{folder}/apm", value);
    }

    public LocalShell Shell(string shell = "dash") =>
        new("/usr/bin/unshare", "-m", "/bin/sh", "-c", shell == "dash" ? setUp : $"mount --bind /usr/bin/{shell} /usr/bin/dash || exit 1\n{setUp}");

    /// <summary>Where the kernel has put the disk: below which controller, port and address. Another disk hangs beside it.</summary>
    public void HangsOn(string tree, string driver, string other)
    {
        var host = tree[..tree.IndexOf("/target", StringComparison.Ordinal)];
        var hostName = host[(host.LastIndexOf('/') + 1)..];
        File.WriteAllText($"{folder}/tree", $"""
            mkdir -p /sys/block/.{tree} /sys/block/.{host}/scsi_host/{hostName} /sys/block/.{other} /sys/block/sdzz
            echo {driver} >/sys/block/.{host}/scsi_host/{hostName}/proc_name; echo 0 >/sys/block/.{host}/scsi_host/{hostName}/unique_id
            echo 0x5000c500a1b2c3d5 >/sys/block/.{tree}/sas_address
            cp device/vpd_pg80 /sys/block/.{tree}/; rm -r device; ln -s ../.{tree} device; ln -s ../.{other} ../sdzz/device
            """);
    }

    /// <summary>What smartctl reads from the drive itself.</summary>
    public void DriveSays(string serial) => File.WriteAllText($"{folder}/serial", serial);

    /// <summary>The drive is of this model from now on.</summary>
    public void IsModel(string model) => File.WriteAllText($"{folder}/model", $"{model}\n");

    /// <summary>What the kernel's own sensor shows from now on; null where there is none.</summary>
    public void IsAt(int? celsius)
    {
        if (celsius is { } degrees)
        {
            File.WriteAllText($"{folder}/millidegrees.new", $"{degrees}000\n");
            File.Move($"{folder}/millidegrees.new", $"{folder}/millidegrees", overwrite: true);
        }
        else
        {
            File.Delete($"{folder}/millidegrees");
        }
    }

    /// <summary>The host has no such tool.</summary>
    public void Hide(string tool) => File.WriteAllText($"{folder}/hidden-{tool}", "");

    /// <summary>The host has this instead of the tool.</summary>
    public void Replace(string tool, string script)
    {
        File.WriteAllText($"{folder}/{tool}", script);
        Tool.Run("chmod", "+x", $"{folder}/{tool}");
    }

    /// <summary>smartctl will claim success from now on and start nothing.</summary>
    public void Mute() => File.WriteAllText($"{folder}/mute", "");

    /// <summary>The drive will overhear so many aborts.</summary>
    public void Overhear(int aborts) => File.WriteAllText($"{folder}/deaf", aborts.ToString(CultureInfo.InvariantCulture));

    /// <summary>Somebody else starts a test.</summary>
    public void StartTest(int type)
    {
        File.WriteAllText($"{folder}/type", $"{type}");
        File.WriteAllText($"{folder}/status", "246");
    }

    /// <summary>The test that runs, or one of the kind, ends with a row in the log.</summary>
    public void EndTest(int status, string words, int? type = null)
    {
        var row = Tool.Run("sh", $"{folder}/row", $"{type ?? int.Parse(File.ReadAllText($"{folder}/type"), CultureInfo.InvariantCulture)}", $"{status}", words);
        File.WriteAllText($"{folder}/rows", $"{row}\n{File.ReadAllText($"{folder}/rows")}");
        File.WriteAllText($"{folder}/status", $"{status}");
    }

    /// <summary>How often smartctl was called with these words.</summary>
    public int Calls(string words) => File.ReadLines($"{folder}/calls").Count(call => call.Contains(words, StringComparison.Ordinal));
}
