namespace Burnin.Domain.Jobs;

/// <summary>Why a job stands still, in a sentence for people.</summary>
public static class JobHold
{
    extension(BurnInJob job)
    {
        /// <summary>Null where nothing holds it.</summary>
        public string? Held => job switch
        {
            { HasEnded: true } => null,
            { PausedBy: null, Run.Hold: RunHold.Releasing } => "Resumed. The NAS has not let it go on yet.",
            { PausedBy: null } => job.Progress?.Held,
            { Phase: JobPhase.Queued } => $"Paused by {job.PausedBy} in the queue, with its place given back.",
            { Run: null, Current.State: StageState.Running } => $"Paused by {job.PausedBy}. The look at the drive is still brought to its end.",
            { Run: null } => $"Paused by {job.PausedBy} between two stages.",
            { Run.Hold: RunHold.Wanted } => $"Pause asked for by {job.PausedBy}. The NAS has not proved yet that the drive stands still.",
            { Run: { Hold: RunHold.Impossible, Confirmed: true } } => $"Paused by {job.PausedBy}. What runs now cannot stand still and goes on to its end; the next stage waits.",
            { Run.Confirmed: false } => $"Paused by {job.PausedBy}. Nothing is started until it is resumed.",
            _ => $"Paused by {job.PausedBy}.",
        };
    }
}
