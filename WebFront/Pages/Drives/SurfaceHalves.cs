using System.Globalization;
using System.Text.RegularExpressions;
using Burnin.Grains.Interfaces.Drives;
using Burnin.WebFront.Pages.Jobs;

namespace Burnin.WebFront.Pages.Drives;

/// <summary>How far each pass of a running surface test is, half by half, from the one percentage that a job tells.</summary>
public static partial class SurfaceHalves
{
    private static readonly string[] Patterns = ["0xAA", "0x55", "0xFF", "0x00"];

    public static IReadOnlyList<PassLine> Of(DriveJobView job, string? engine)
    {
        var passes = Math.Max(1, job.Passes ?? 1);
        var done = Math.Clamp((job.StagePercent ?? 0) / 100, 0, 1) * passes;
        var inHand = Math.Min((int)done, passes - 1);
        if (job.Phase == "read")
        {
            return [new PassLine(NameOf(engine, 0, passes, onlyReads: true), null, done * 100)];
        }

        var share = done - inHand;
        var (written, read) = IsInterleaved(engine, job.Phase, share)
            ? (share, share)
            : (Math.Min(1, share * 2), Math.Max(0, (share * 2) - 1));
        return
        [
            .. Enumerable.Range(0, passes).Select(pass => pass < inHand ? new PassLine(NameOf(engine, pass, passes), 100, 100)
                : pass > inHand ? new PassLine(NameOf(engine, pass, passes), null, null)
                : new PassLine(NameOf(engine, pass, passes), written * 100, read > 0 ? read * 100 : null)),
        ];
    }

    /// <summary>badblocks reads each segment back as soon as it is written. Where the host has chosen the engine, what it does at which point tells which.</summary>
    private static bool IsInterleaved(string? engine, string? phase, double share) => engine switch
    {
        "badblocks" => true,
        "fio" => false,
        _ => (phase?.EndsWith("verify", StringComparison.Ordinal) == true && share < 0.49) || (phase is not null && Write().IsMatch(phase) && share > 0.51),
    };

    private static string NameOf(string? engine, int pass, int passes, bool onlyReads = false) =>
        onlyReads || passes == 1 ? "all of it"
        : engine == "badblocks" && pass < Patterns.Length ? Patterns[pass]
        : string.Create(CultureInfo.InvariantCulture, $"pass {pass + 1}");

    [GeneratedRegex("write$")]
    private static partial Regex Write();
}
