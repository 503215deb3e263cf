using Burnin.Domain.Audit;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Speed;
using Microsoft.Extensions.DependencyInjection;

namespace Burnin.Archive;

/// <summary>Fills a history of one's own with months of use: for tests of what is read from it, and to look at.</summary>
public static class PastHistory
{
    private static readonly Dictionary<int, long> Untouched = [];

    /// <summary>The known jobs with their evidence, so many drawn ones, and a trail. Ends at the given moment.</summary>
    /// <param name="history">Services with History among them, and its database made.</param>
    /// <param name="now">The end of the history.</param>
    /// <param name="jobs">How many are drawn.</param>
    /// <param name="cancellationToken">Ends the filling.</param>
    public static async Task FillAsync(IServiceProvider history, DateTimeOffset now, int jobs, CancellationToken cancellationToken)
    {
        var ledger = history.GetRequiredService<IJobLedger>();
        JobEntry[] known = [KnownJobs.FailedAt(now.AddHours(-6)), KnownJobs.WithNotesAt(now.AddHours(-20)), KnownJobs.PassedAt(now.AddDays(-40))];
        JobEntry[] all = [.. known, .. new PastJobs(now).Draw(jobs)];
        foreach (var job in all)
        {
            await ledger.RecordAsync(job, cancellationToken);
        }

        var store = history.GetRequiredService<IEvidenceStore>();
        await KeepAsync(history, known[0], (238, 338), Segments.Json(fails: true, dent: null), new Dictionary<int, long> { [197] = 8, [198] = 8, [194] = 44, [241] = 31_251_759_104 * 2 }, cancellationToken);
        await KeepAsync(history, known[2], (3, 215), Segments.Json(fails: false, dent: null), new Dictionary<int, long> { [194] = 41 }, cancellationToken);
        await KeepAsync(history, known[1], (2, 214), Segments.Json(fails: false, dent: 0.37), new Dictionary<int, long> { [194] = 41, [188] = 1 }, cancellationToken);

        var seed = 0;
        foreach (var sibling in all.Where(job => job.Model == known[0].Model && job.State == "passed"))
        {
            var surface = sibling.Stages.Index().FirstOrDefault(stage => stage.Item.Name == StageName.SurfaceValidate);
            if (surface.Item is not null)
            {
                await store.KeepAsync(sibling.JobId, surface.Index, new StageEvidence(SpeedCurveJson.EvidenceName, Segments.Curve(++seed)), cancellationToken);
            }
        }

        await history.GetRequiredService<IHeatLog>().RecordAsync([.. PastHeat.Of(known[0], now)], cancellationToken);
        await history.GetRequiredService<IAuditTrail>().AppendAsync([.. all.OrderBy(job => job.CreatedAt).SelectMany(Acts)], cancellationToken);
    }

    private static async Task KeepAsync(
        IServiceProvider history, JobEntry job, (int Before, int After) hours, string segments, IReadOnlyDictionary<int, long> after, CancellationToken cancellationToken)
    {
        var store = history.GetRequiredService<IEvidenceStore>();
        var jobId = job.JobId;
        await KeepSmartAsync(history, job, 0, "smart_before.json", job.StartedAt!.Value, SmartctlOutput.Json(passed: true, hours.Before, Untouched), cancellationToken);
        await store.KeepAsync(jobId, 3, new StageEvidence("surface.log", "Checking for bad blocks in read-write mode\nFrom block 0 to 3906469887\nTesting with pattern 0xaa: done\n"), cancellationToken);
        await store.KeepAsync(jobId, 3, new StageEvidence("segments.json", segments), cancellationToken);
        await KeepSmartAsync(history, job, 4, "smart_after.json", job.FinishedAt!.Value, SmartctlOutput.Json(passed: true, hours.After, after), cancellationToken);
    }

    private static async Task KeepSmartAsync(
        IServiceProvider history, JobEntry job, int stage, string name, DateTimeOffset takenAt, string text, CancellationToken cancellationToken)
    {
        await history.GetRequiredService<IEvidenceStore>().KeepAsync(job.JobId, stage, new StageEvidence(name, text), cancellationToken);
        await history.GetRequiredService<ISmartLog>().RecordAsync(
            new SmartLogEntry
            {
                JobId = job.JobId,
                Stage = stage,
                Name = name,
                DriveId = job.DriveId,
                Serial = job.Serial,
                Model = job.Model,
                Nas = job.Nas,
                TakenAt = takenAt,
                Report = SmartReports.Read(text),
            },
            cancellationToken);
    }

    private static IEnumerable<AuditEntry> Acts(JobEntry job)
    {
        yield return new AuditEntry
        {
            Source = $"web:{job.JobId}",
            Sequence = 1,
            At = job.CreatedAt,
            Actor = job.Operator,
            Action = "burnin_start",
            DriveId = job.DriveId,
            JobId = job.JobId,
            Nas = job.Nas,
            Outcome = "done",
            Detail = $"drive {job.DriveId} started as {job.JobId}, profile {job.Profile}, serial {job.Serial} typed by hand",
        };
        if (job.State == "cancelled")
        {
            yield return new AuditEntry
            {
                Source = $"web:{job.JobId}",
                Sequence = 2,
                At = job.FinishedAt!.Value,
                Actor = "jo",
                Action = "burnin_cancel",
                JobId = job.JobId,
                Nas = job.Nas,
                Outcome = "done",
                Detail = "cancelled, with the host's proof that nothing is left running",
            };
        }
    }
}
