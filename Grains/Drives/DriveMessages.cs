using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Jobs;

namespace Burnin.Grains.Drives;

/// <summary>Messages about a drive as the domain understands them.</summary>
internal static class DriveMessages
{
    extension(StartBurnIn wish)
    {
        public JobWish ToWish() => new()
        {
            Operator = wish.Operator,
            Profile = wish.Profile,
            RunSurface = wish.RunSurface,
            RunShort = wish.RunShort,
            RunLong = wish.RunLong,
            StageOrder = wish.StageOrder,
            ConfirmSerial = wish.ConfirmSerial,
            ConfirmDestructive = wish.ConfirmDestructive,
            DrivesInBatch = wish.DrivesInBatch,
            SurfaceEngine = wish.SurfaceEngine,
            SurfacePasses = wish.SurfacePasses,
            SurfaceMode = wish.SurfaceMode,
            MaxBadBlocks = wish.MaxBadBlocks,
            OverrideStaleLabel = wish.OverrideStaleLabel,
            Policy = wish.Policy,
        };
    }

    extension(DriveSighting sighting)
    {
        public DriveTarget ToTarget() => new()
        {
            Serial = sighting.Serial,
            Wwn = sighting.Wwn,
            SizeBytes = sighting.SizeBytes,
            Model = sighting.Model,
            Medium = Enum.Parse<DriveMedium>(sighting.Medium, ignoreCase: true),
        };

        /// <summary>What was seen of it last.</summary>
        public DriveFacts ToFacts() => new()
        {
            DeviceName = sighting.Devname,
            Serial = sighting.Serial,
            Wwn = sighting.Wwn,
            Model = sighting.Model,
            SizeBytes = sighting.SizeBytes,
            Medium = sighting.ToTarget().Medium,
            InUse = [.. sighting.InUse.Select(fact => new InUseFact(fact.Code, fact.Detail))],
        };

        /// <summary>Whether nothing has changed that is worth storing: heat changes all the time.</summary>
        public bool IsSamePlaceAs(DriveSighting other) =>
            sighting.Nas == other.Nas && sighting.Devname == other.Devname && sighting.Serial == other.Serial
            && sighting.Wwn == other.Wwn && sighting.Model == other.Model && sighting.SizeBytes == other.SizeBytes
            && sighting.Medium == other.Medium && sighting.SmartHealth == other.SmartHealth && sighting.InUse.SequenceEqual(other.InUse);
    }

    extension(DriveSighting place)
    {
        public NewJob ToNewJob(string driveId, string by, JobPlan.Accepted plan, DateTimeOffset now) => new()
        {
            DriveId = driveId,
            Nas = place.Nas,
            Devname = place.Devname,
            Serial = place.Serial,
            Wwn = place.Wwn,
            Model = place.Model,
            SizeBytes = place.SizeBytes,
            Medium = place.Medium,
            Operator = by,
            Profile = plan.Profile,
            Stages = [.. plan.Stages.Select(stage => stage.Wire)],
            CreatedAt = now,
            Surface = plan.Surface.ToSettings(place.ToTarget().Medium),
            Policy = plan.Policy,
        };
    }

    extension(ImmutableArray<InUseFact> facts)
    {
        public ImmutableArray<InUseView> ToViews() => [.. facts.Select(fact => new InUseView(fact.Code, fact.Detail))];
    }

    extension(NewJob job)
    {
        /// <summary>What the drive shows until the job itself reports.</summary>
        public DriveJobView AsQueued(string jobId) => new()
        {
            JobId = jobId,
            State = "queued",
            Operator = job.Operator,
            Profile = job.Profile,
            Percent = 0,
            CreatedAt = job.CreatedAt,
            Revision = 0,
        };
    }
}
