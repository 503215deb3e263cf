using Burnin.History.Jobs;
using Burnin.WebFront.Export;

namespace Burnin.WebFront.BurnIns;

/// <summary>A job as a line of a table. Columns are only ever added, at the end.</summary>
internal static class JobColumns
{
    public static readonly IReadOnlyList<CsvColumn<JobRecord>> All =
    [
        new("id", job => job.JobId),
        new("created_at", job => ExportText.Moment(job.CreatedAt)),
        new("started_at", job => ExportText.Moment(job.StartedAt)),
        new("finished_at", job => ExportText.Moment(job.FinishedAt)),
        new("nas", job => job.Nas),
        new("devname", job => job.DeviceName),
        new("serial", job => job.Serial),
        new("model", job => job.Model),
        new("size_bytes", job => ExportText.Number(job.SizeBytes)),
        new("operator", job => job.Operator),
        new("profile", job => job.Profile),
        new("state", job => job.State),
        new("verdict", job => job.Verdict),
        new("reasons", job => string.Join("; ", job.Reasons.Select(reason => reason.Text))),
        new("duration_seconds", job => ExportText.Number(job.DurationSeconds is { } seconds ? Math.Round(seconds) : null)),
        new("tested_bytes", job => ExportText.Number(job.TestedBytes)),
    ];
}
