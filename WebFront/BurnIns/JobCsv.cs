using System.Globalization;
using System.Text;
using Burnin.History.Jobs;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.BurnIns;

/// <summary>
/// Jobs as RFC 4180 text, row by row as they are read. Text that a spreadsheet would take for a formula gets an apostrophe
/// in front: a drive says its own serial and model.
/// </summary>
internal sealed class JobCsv(IAsyncEnumerable<JobRecord> jobs) : IResult
{
    private const string Header =
        "id,created_at,started_at,finished_at,nas,devname,serial,model,size_bytes,operator,profile,state,verdict,reasons\r\n";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = "attachment; filename=\"burnin-jobs.csv\"";

        await response.WriteAsync(Header, httpContext.RequestAborted);
        await foreach (var job in jobs.WithCancellation(httpContext.RequestAborted))
        {
            await response.WriteAsync(Row(job), httpContext.RequestAborted);
        }
    }

    public static string Row(JobRecord job) => new StringBuilder()
        .AppendJoin(
            ',',
            Field(job.JobId),
            Moment(job.CreatedAt),
            Moment(job.StartedAt),
            Moment(job.FinishedAt),
            Field(job.Nas),
            Field(job.DeviceName),
            Field(job.Serial),
            Field(job.Model),
            job.SizeBytes.ToString(CultureInfo.InvariantCulture),
            Field(job.Operator),
            Field(job.Profile),
            Field(job.State),
            Field(job.Verdict),
            Field(string.Join("; ", job.Reasons.Select(reason => reason.Text))))
        .Append("\r\n")
        .ToString();

    private static string Moment(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "";

    private static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // Spaces in front do not keep a spreadsheet from seeing the formula.
        var safe = text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text[0] is '\t' or '\r' or '\n' ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
