using Burnin.History.Audit;
using Burnin.WebFront.Export;

namespace Burnin.WebFront.Audit;

/// <summary>A row of the trail as a line of a table. Columns are only ever added, at the end.</summary>
internal static class AuditColumns
{
    public static readonly IReadOnlyList<CsvColumn<AuditRecord>> All =
    [
        new("id", row => ExportText.Number(row.Id)),
        new("at", row => ExportText.Moment(row.At)),
        new("actor", row => row.Actor),
        new("action", row => row.Action),
        new("outcome", row => row.Outcome),
        new("nas", row => row.Nas),
        new("drive_id", row => row.DriveId),
        new("job_id", row => row.JobId),
        new("detail", row => row.Detail),
        new("hash", row => row.Hash),
    ];
}
