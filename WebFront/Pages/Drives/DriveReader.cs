using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.History.Evidence;
using Burnin.History.Heat;
using Burnin.History.Jobs;
using Burnin.History.Smart;
using Burnin.History.Surface;
using Burnin.WebFront.Live;
using Burnin.WebFront.Pages.Jobs;

namespace Burnin.WebFront.Pages.Drives;

/// <summary>Puts together what is known of one drive: where it is now, and what every burn-in has left of it.</summary>
internal sealed class DriveReader(
    IGrainFactory grains, FleetPictures fleet, JobReader reader, JobHistory jobs, DriveSmartReader smart, EvidenceHistory evidence, SurfaceHistory surfaces, SiblingSpeeds siblings,
    HeatHistory heat, TimeProvider clock)
{
    private const int JobsShown = 50;
    private const int HoursShown = 24 * 30;

    /// <summary>How many burn-ins are looked through for one that has tested the surface.</summary>
    private const int SurfacesTried = 5;

    /// <summary>By serial, or by id for a drive that has none. Null where nothing was ever known of it.</summary>
    public async Task<DriveModel?> ReadAsync(string serial, CancellationToken cancellationToken)
    {
        if (await FindAsync(serial) is { } drive)
        {
            return await ReadAsync(drive, isInFleet: true, cancellationToken);
        }

        var past = await jobs.ListAsync(new JobFilter { Serial = serial, Limit = JobsShown }, cancellationToken);
        return past.Jobs.FirstOrDefault(job => job.Serial == serial || job.DriveId == serial) is { } last
            ? await ReadAsync(Gone(last), isInFleet: false, cancellationToken)
            : null;
    }

    private async Task<DriveModel> ReadAsync(DriveView drive, bool isInFleet, CancellationToken cancellationToken)
    {
        var past = (await jobs.ListAsync(new JobFilter { DriveId = drive.Id, Limit = JobsShown }, cancellationToken)).Jobs;
        var newest = (drive.Job?.JobId ?? (past is [var last, ..] ? last.JobId : null)) is { } id ? await reader.ReadAsync(id, url: "", cancellationToken) : null;
        return new()
        {
            Drive = drive,
            IsInFleet = isInFleet,
            IsStale = isInFleet && await IsStaleAsync(drive.Nas),
            Newest = newest,
            Jobs = past,
            Heat = await heat.ReadAsync(drive.Id, clock.GetUtcNow(), HoursShown, cancellationToken),
            Smart = await smart.ReadAsync(drive.Id, cancellationToken),
            Surface = await SurfaceAsync(drive, past, cancellationToken),
        };
    }

    /// <summary>The serial is the id, mostly; where it is not, the pictures know.</summary>
    private async Task<DriveView?> FindAsync(string serial) =>
        await grains.Drive(serial).GetAsync() is { } drive && drive.Serial == serial
            ? drive
            : (await fleet.GetAllAsync()).SelectMany(picture => picture.Drives).FirstOrDefault(shown => shown.Serial == serial || shown.Id == serial);

    private async Task<bool> IsStaleAsync(string nas) => (await grains.Feed(nas).GetPictureAsync()).Status?.Stale == true;

    private async Task<EndedSurface?> SurfaceAsync(DriveView drive, IReadOnlyList<JobRecord> past, CancellationToken cancellationToken)
    {
        foreach (var job in past.Take(SurfacesTried))
        {
            var kept = await evidence.ListAsync(job.JobId, cancellationToken);
            if (await surfaces.ReadAsync(job.JobId, job.SizeBytes, kept, cancellationToken) is [.., var run])
            {
                var band = run is { Engine: { } engine, Speeds.Count: > 0 }
                    ? await siblings.OfAsync(drive.Model, drive.SizeBytes, drive.Id, engine, cancellationToken)
                    : null;
                return new EndedSurface(job.JobId, job.CreatedAt, run, band);
            }
        }

        return null;
    }

    private static DriveView Gone(JobRecord last) => new()
    {
        Id = last.DriveId,
        Nas = last.Nas,
        Devname = last.DeviceName,
        Serial = last.Serial,
        Model = last.Model,
        SizeBytes = last.SizeBytes,
        Medium = "unknown",
        Status = "missing",
        InUse = [],
        Location = "",
        Notes = "",
    };
}
