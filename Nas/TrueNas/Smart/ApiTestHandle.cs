using System.Collections.Immutable;

namespace Burnin.Nas.TrueNas.Smart;

/// <summary>
/// All that is remembered of a start, in the text that the job keeps: what the drive's log held then, since the NAS keeps
/// nothing of it that outlives a restart. A boot ends what runs.
/// </summary>
/// <param name="BootId">Of the NAS then; empty where it does not tell.</param>
/// <param name="Marks">Of the rows in the log then, newest first.</param>
internal sealed record ApiTestHandle(string BootId, ImmutableArray<string> Marks)
{
    private const string Word = "api";
    private const char Between = ' ';

    /// <summary>Null for what is none: a test that was started over SSH.</summary>
    public static ApiTestHandle? Parse(string? text) => text?.Split(Between) is [Word, var boot, .. var marks]
        ? new ApiTestHandle(boot, [.. marks])
        : null;

    public override string ToString() => string.Join(Between, [Word, BootId, .. Marks]);
}
