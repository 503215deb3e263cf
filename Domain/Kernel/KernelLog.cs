using System.Collections.Immutable;

namespace Burnin.Domain.Kernel;

/// <summary>Reads what the host programme brings of a kernel's log: one line each, "SECONDS TEXT". Never throws on any text.</summary>
public static class KernelLog
{
    private const int MostNamed = 10;
    private const int LongestExample = 200;

    /// <summary>Trouble of others counts as "at once" within this of ours.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(2);

    /// <param name="names">Of the drive that is meant.</param>
    /// <param name="others">Of the other disks of the host, as far as they are still there.</param>
    /// <param name="text">Lines "SECONDS TEXT".</param>
    public static KernelSight Read(KernelNames names, IReadOnlyCollection<KernelNames> others, string text)
    {
        var lines = text.Split('\n').Select(KernelLine.TryParse).OfType<KernelLine>().Select(line => (Line: line, Scope: ScopeOf(names, line))).ToList();
        var ours = lines.Where(line => line.Scope is not null).ToList();
        return new KernelSight
        {
            Findings =
            [
                .. from line in ours
                   group line.Line by (line.Line.Kind, Scope: line.Scope!.Value) into kind
                   orderby kind.Key.Kind, kind.Key.Scope
                   select new KernelFinding
                   {
                       Kind = kind.Key.Kind,
                       Scope = kind.Key.Scope,
                       Lines = kind.Count(),
                       FirstAt = kind.Min(line => line.At),
                       LastAt = kind.Max(line => line.At),
                       Example = Shortened(kind.First().Text),
                   },
            ],
            OthersInTrouble = OthersIn(
                others, lines.Where(line => line.Scope is null && ours.Any(our => (our.Line.At - line.Line.At).Duration() <= AtOnce)).Select(line => line.Line)),
        };
    }

    /// <summary>
    /// Each disk once, by whatever name it is called. Names of disks that are gone lead nowhere: one of them may have
    /// been called by several, so only those of the commonest kind are counted.
    /// </summary>
    private static ImmutableArray<string> OthersIn(IReadOnlyCollection<KernelNames> others, IEnumerable<KernelLine> lines)
    {
        var named = lines.Select(line => line.Subjects.FirstOrDefault(IsDiskName)).OfType<string>().Distinct().ToList();
        var known = named.Select(name => others.FirstOrDefault(other => IsDrive(other, name))?.Device).OfType<string>().Distinct();
        var gone = named.Where(name => !others.Any(other => IsDrive(other, name)))
            .GroupBy(name => name.Count(':') == 3 ? ':' : name[0])
            .OrderByDescending(kind => kind.Count())
            .FirstOrDefault() ?? Enumerable.Empty<string>();
        return [.. known.Concat(gone).Order(StringComparer.Ordinal).Take(MostNamed)];
    }

    private static KernelScope? ScopeOf(KernelNames names, KernelLine line) =>
        line.Subjects.Any(subject => IsDrive(names, subject)) ? KernelScope.Drive
        // A line that names another disk is that disk's, whatever it hangs on.
        : line.Subjects.Any(IsDiskName) ? null
        : line.Subjects.Any(subject => subject == names.Controller || subject == names.PciAddress) ? KernelScope.Controller
        : null;

    private static bool IsDrive(KernelNames names, string subject) =>
        subject == names.Device || IsPartOf(names.Device, subject) || subject == names.AtaPort || subject == names.ScsiAddress || subject == names.SasAddress
        || (subject == names.Controller && subject.StartsWith("nvme", StringComparison.Ordinal));

    /// <summary><c>sda1</c> is a part of <c>sda</c>, <c>nvme0n1p2</c> of <c>nvme0n1</c>; <c>sdaa</c> is another disk.</summary>
    private static bool IsPartOf(string device, string subject) =>
        subject.StartsWith(device, StringComparison.Ordinal)
        && (char.IsAsciiDigit(device[^1]) ? subject.AsSpan(device.Length) is ['p', _, ..] : subject.AsSpan(device.Length) is [>= '0' and <= '9', ..]);

    private static bool IsDiskName(string subject) =>
        subject.StartsWith("sd", StringComparison.Ordinal) || subject.StartsWith("nvme", StringComparison.Ordinal) || subject.StartsWith("ata", StringComparison.Ordinal)
        || subject.StartsWith("ada", StringComparison.Ordinal) || subject.StartsWith("da", StringComparison.Ordinal) || subject.StartsWith("nda", StringComparison.Ordinal)
        || subject.StartsWith("nvd", StringComparison.Ordinal) || subject.StartsWith("0x", StringComparison.Ordinal) || subject.Count(':') == 3;

    private static string Shortened(string text) => text.Length <= LongestExample ? text : $"{text[..LongestExample]}…";
}
