using System.Globalization;
using System.Text.RegularExpressions;

namespace Burnin.Domain.Kernel;

/// <summary>One line of trouble: when, of what kind, and whom it names. Lines of other matters are none.</summary>
/// <param name="At">By the clock of the host.</param>
/// <param name="Kind">What it complains of.</param>
/// <param name="Subjects">Devices, ports and addresses that it names.</param>
/// <param name="Text">As the kernel wrote it.</param>
internal sealed partial record KernelLine(DateTimeOffset At, KernelEventKind Kind, IReadOnlyList<string> Subjects, string Text)
{
    /// <summary>The end of what a moment can be.</summary>
    private const long LatestSecond = 253_402_300_799;

    private static readonly (KernelEventKind Kind, Func<Regex> Words)[] Kinds =
    [
        (KernelEventKind.MediumError, MediumError),
        (KernelEventKind.HardwareError, HardwareError),
        (KernelEventKind.CrcError, CrcError),
        (KernelEventKind.LinkSpeedDown, LinkSpeedDown),
        (KernelEventKind.LinkDown, LinkDown),
        (KernelEventKind.LinkReset, LinkReset),
        (KernelEventKind.HbaReset, HbaReset),
        (KernelEventKind.DeviceGone, DeviceGone),
        (KernelEventKind.Timeout, Timeout),
        (KernelEventKind.PcieError, PcieError),
        (KernelEventKind.IoError, IoError),
    ];

    /// <summary>Of a line "SECONDS TEXT". Null for one without a time: it may be of last year.</summary>
    public static KernelLine? TryParse(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0 || !long.TryParse(line.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > LatestSecond)
        {
            return null;
        }

        var text = line[(space + 1)..].Trim();
        foreach (var (kind, words) in Kinds)
        {
            if (words().IsMatch(text))
            {
                return new KernelLine(DateTimeOffset.FromUnixTimeSeconds(seconds), kind, [.. SubjectsOf(text)], text);
            }
        }

        return null;
    }

    private static IEnumerable<string> SubjectsOf(string text) =>
        Subject().Matches(text).SelectMany(match => match.Groups.Values.Skip(1)).Where(group => group.Success).Select(group => group.Value).Distinct();

    /// <summary>By the forms in which the kernels name things: <c>dev sda</c>, <c>[sda]</c>, <c>ata3.00:</c>, <c>sd 2:0:0:0:</c>, <c>(da0:mps0:0:5:0):</c>.</summary>
    [GeneratedRegex(
        @"\bdev (\w+)|\[(sd[a-z]+)\]|^(ata[0-9]+)(?:\.[0-9]+)?:|^(?:sd|scsi|ses|sr) ([0-9]+:[0-9]+:[0-9]+:[0-9]+):|^\(([a-z]+[0-9]+):([a-z]+[0-9]+):[0-9]+:[0-9a-f]+:[0-9a-f]+\):"
        + @"|^((?:ada|da|nda|nvd)[0-9]+)(?::| at )|^(?:nvme )?(nvme[0-9]+(?:n[0-9]+)?):|^(mpt[23]sas(?:_cm)?[0-9]+|mp[sr][0-9]+|mrsas[0-9]+|mfi[0-9]+|ahcich[0-9]+|siisch[0-9]+|mvsch[0-9]+):"
        + @"|^(megaraid_sas|hpsa|aacraid|mpt[23]sas|ahci|smartpqi|pm80xx|isci|nvme|pcieport) |\b([0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])\b|sas_addr(?:ess)?\((0x[0-9a-f]+)\)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    [GeneratedRegex(@"critical medium error|Sense Key : Medium Error|SCSI sense: MEDIUM ERROR|Unrecovered read error|UNRECOVERED READ ERROR|WRITE FAULTS? \(02/|error: \{[A-Z ]*\bUNC\b|error: [0-9a-f]+ \([A-Z ]*\bUNC\b|sct 0x2 / sc 0x8", RegexOptions.CultureInvariant)]
    private static partial Regex MediumError();

    [GeneratedRegex(@"Sense Key : Hardware Error|SCSI sense: HARDWARE FAILURE|critical hardware error", RegexOptions.CultureInvariant)]
    private static partial Regex HardwareError();

    [GeneratedRegex(@"\bICRC\b|\bBadCRC\b|parity/CRC error|CRC error", RegexOptions.CultureInvariant)]
    private static partial Regex CrcError();

    [GeneratedRegex("limiting (?:SATA )?link speed|link speed downgraded", RegexOptions.CultureInvariant)]
    private static partial Regex LinkSpeedDown();

    [GeneratedRegex("SATA link down|link is down|COMRESET failed", RegexOptions.CultureInvariant)]
    private static partial Regex LinkDown();

    [GeneratedRegex("(?:hard|soft) resetting link|link is slow to respond|AHCI reset|device reset: (?:SUCCESS|FAILED)|exception Emask 0x[0-9a-f]+ .*frozen", RegexOptions.CultureInvariant)]
    private static partial Regex LinkReset();

    [GeneratedRegex("(?:sending )?diag reset|fault_state\\(|IOC Fault|Reinitializing controller|Host adapter reset|resetting (?:the )?adapter|adapter reset|Resetting controller|host reset", RegexOptions.CultureInvariant)]
    private static partial Regex HbaReset();

    [GeneratedRegex("offline device|Device offlined|detaching \\(SCSI|\\.[0-9]+: disabled|lost device|Periph destroyed|detached$|removing handle|DID_NO_CONNECT|Removing after probe failure|Disabling device after reset failure|Device not ready; aborting", RegexOptions.CultureInvariant)]
    private static partial Regex DeviceGone();

    [GeneratedRegex("timeout|timed out|timing out|Timeout on slot|attempting task abort|controller is down; will reset|resetting controller", RegexOptions.CultureInvariant)]
    private static partial Regex Timeout();

    [GeneratedRegex("PCIe Bus Error|AER: ", RegexOptions.CultureInvariant)]
    private static partial Regex PcieError();

    /// <summary>Reading and writing only: that a drive refuses to discard, or a question of smartctl's, is no error.</summary>
    [GeneratedRegex(@"I/O error(?!.*\((?:DISCARD|WRITE_ZEROES|WRITE_SAME)\))|I/O Error \(sct|CAM status: (?:ATA|SCSI) Status Error|failed command: (?:READ|WRITE|FLUSH)", RegexOptions.CultureInvariant)]
    private static partial Regex IoError();
}
