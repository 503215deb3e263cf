using Burnin.Domain.Audit;

namespace Burnin.History.Tests.Audit;

internal static class AnEntry
{
    public static AuditEntry Of(string source, long sequence) => new()
    {
        Source = source,
        Sequence = sequence,
        At = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero).AddMinutes(sequence),
        Actor = "ada",
        Action = "burnin_start",
        DriveId = "WD-1",
        JobId = "01A",
        Nas = "attic",
        Outcome = "done",
        Detail = $"{source} said {sequence}",
    };
}
