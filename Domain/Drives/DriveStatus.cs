namespace Burnin.Domain.Drives;

/// <summary>The one word that a drive is shown by.</summary>
public static class DriveStatus
{
    /// <param name="isPresent">Whether a NAS shows it.</param>
    /// <param name="isInUse">Whether anything forbids writing to it.</param>
    /// <param name="jobState">Wire state of its newest job; null for a drive never tested.</param>
    /// <param name="verdict">Wire verdict of that job.</param>
    public static string Of(bool isPresent, bool isInUse, string? jobState, string? verdict) => (isPresent, isInUse, jobState, verdict) switch
    {
        (_, _, "running" or "queued" or "paused", _) => jobState,
        (false, _, _, _) => "missing",
        (_, true, _, _) => "in_use",
        (_, _, "passed", "pass_with_notes") => "passed_notes",
        (_, _, null, _) => "idle",
        _ => jobState,
    };
}
