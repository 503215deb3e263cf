using System.Collections.Immutable;
using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart;

/// <summary>
/// The attributes that the original dashboard watched, and what it made of them: any count above zero fails (5, 197,
/// 198) or is noted (10, 188, 199). What has grown during the test is said as such.
/// </summary>
public static class ClassicWatchList
{
    public const string Rule = "classic";

    private static readonly ImmutableArray<(int Id, string Code, string What, Severity Severity)> Watched =
    [
        (5, "reallocated_sectors", "Reallocated sectors", Severity.Fail),
        (10, "spin_retries", "Spin retries", Severity.Note),
        (188, "command_timeouts", "Command time-outs", Severity.Note),
        (197, "pending_sectors", "Pending sectors", Severity.Fail),
        (198, "uncorrectable_sectors", "Offline uncorrectable sectors", Severity.Fail),
        (199, "crc_errors", "Interface CRC errors", Severity.Note),
    ];

    public static IEnumerable<Reason> Judge(SmartSnapshot? before, SmartSnapshot now)
    {
        foreach (var (id, code, what, severity) in Watched)
        {
            if (RawOf(now, id) is not { } count || count == 0)
            {
                continue;
            }

            var text = RawOf(before, id) is { } was && was != count
                ? $"{what}: {count}, {(count > was ? "up" : "down")} from {was} before the test."
                : $"{what}: {count}, the same as before the test.";
            yield return new Reason(code, severity, RawOf(before, id) is null ? $"{what}: {count}." : text, Rule);
        }
    }

    private static long? RawOf(SmartSnapshot? snapshot, int id) => snapshot?.Facts?.Attribute(id) is { } attribute ? attribute.Decoded ?? attribute.Raw : null;
}
