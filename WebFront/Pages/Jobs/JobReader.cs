using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.History.Audit;
using Burnin.History.Evidence;
using Burnin.History.Jobs;
using Burnin.History.Smart;
using Burnin.History.Surface;
using Burnin.WebFront.Http;
using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Pages.Jobs;

/// <summary>
/// Puts together what is known of one burn-in. The job itself knows best; where it cannot be asked, the page shows what was
/// last recorded, and says so.
/// </summary>
internal sealed partial class JobReader(
    IGrainFactory grains, JobHistory jobs, EvidenceHistory evidence, SmartComparisons smart, SurfaceHistory surfaces, AuditLog audit, TimeProvider clock,
    ILogger<JobReader> logger)
{
    private const int ActsShown = 100;
    private const int OthersShown = 8;

    /// <summary>A page that is there late is worth less than one that shows what was recorded.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Null where there is no such job.</summary>
    public async Task<BurnInModel?> ReadAsync(string id, string url, CancellationToken cancellationToken)
    {
        var (job, trouble) = await AskAsync(id, cancellationToken);
        if (job is null)
        {
            return null;
        }

        var kept = await evidence.ListAsync(id, cancellationToken);
        var others = await jobs.ListAsync(new JobFilter { DriveId = job.DriveId, Limit = OthersShown + 1 }, cancellationToken);
        return new()
        {
            Job = job,
            Trouble = trouble,
            Evidence = kept,
            Smart = await smart.CompareAsync(id, kept, cancellationToken),
            Surfaces = await surfaces.ReadAsync(id, job.SizeBytes, kept, cancellationToken),
            Audit = await audit.ListAsync(new AuditFilter { JobId = id }, ActsShown, before: null, cancellationToken),
            Others = [.. others.Jobs.Where(other => other.JobId != id).Take(OthersShown)],
            Url = url,
        };
    }

    /// <summary>Null where there is no such job.</summary>
    public async Task<ComparedRun?> ReadForComparisonAsync(string id, CancellationToken cancellationToken) =>
        (await AskAsync(id, cancellationToken)).Job is { } job
            ? new ComparedRun(job, await smart.CompareAsync(id, await evidence.ListAsync(id, cancellationToken), cancellationToken))
            : null;

    private async Task<(JobView? Job, string? Trouble)> AskAsync(string id, CancellationToken cancellationToken)
    {
        string? trouble = null;
        try
        {
            if (await grains.Job(id).GetAsync().WaitAsync(Patience, clock, cancellationToken) is { } job)
            {
                return (job, null);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotAsked(logger, failure, id);
            trouble = ApiExceptionHandler.Describe(failure).Detail;
        }

        return (await jobs.GetAsync(id, cancellationToken) is { } recorded ? RecordedJob.ToView(recorded) : null, trouble);
    }
}
