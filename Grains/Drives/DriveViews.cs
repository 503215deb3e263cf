using Burnin.Domain.Drives;
using Burnin.Grains.Interfaces.Drives;

namespace Burnin.Grains.Drives;

internal static class DriveViews
{
    /// <param name="record">What is stored.</param>
    /// <param name="id">The drive's id.</param>
    /// <param name="seen">The newest sighting; null before the first one since the start.</param>
    /// <param name="isPresent">False once the NAS no longer shows it.</param>
    /// <param name="job">The newest report of the newest job.</param>
    public static DriveView? Of(DriveRecord record, string id, DriveSighting? seen, bool isPresent, DriveJobView? job) =>
        (seen ?? record.Place) is not { } place ? null : new DriveView
        {
            Id = id,
            Nas = place.Nas,
            Devname = place.Devname,
            Serial = place.Serial,
            Wwn = place.Wwn,
            Model = place.Model,
            SizeBytes = place.SizeBytes,
            Medium = place.Medium,
            TemperatureC = isPresent ? seen?.TemperatureC : null,
            SmartHealth = place.SmartHealth,
            Status = DriveStatus.Of(isPresent, !place.InUse.IsEmpty, job?.State, job?.Verdict),
            InUse = place.InUse,
            Location = record.Location,
            Notes = record.Notes,
            Job = job,
            ShortSmart = job?.ShortSmart ?? record.ShortSmart,
            LongSmart = job?.LongSmart ?? record.LongSmart,
        };
}
