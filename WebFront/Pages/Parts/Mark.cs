namespace Burnin.WebFront.Pages.Parts;

/// <summary>How a state looks: icon, word and tone, always together.</summary>
public sealed record Mark(string Icon, string Word, string Tone)
{
    /// <summary>Of a job: state and verdict as on every wire.</summary>
    public static Mark OfJob(string state, string? verdict) => state switch
    {
        "queued" => new("clock", "Queued", "mute"),
        "running" => new("play", "Running", "run"),
        "paused" => new("pause", "Paused", "mute"),
        "passed" when verdict == "pass_with_notes" => new("notes", "Passed, notes", "ok"),
        "passed" => new("check", "Passed", "ok"),
        "failed" => new("cross", "Failed", "bad"),
        "inconclusive" => new("question", "Inconclusive", "warn"),
        "cancelled" => new("stop", "Cancelled", "mute"),
        _ => new("question", state, "mute"),
    };

    public static Mark OfStage(string state) => state switch
    {
        "pending" => new("ring", "not yet", "mute"),
        "running" => new("play", "running", "run"),
        "passed" => new("check", "passed", "ok"),
        "failed" => new("cross", "failed", "bad"),
        "inconclusive" => new("question", "inconclusive", "warn"),
        "skipped" => new("ring", "not run", "mute"),
        "cancelled" => new("stop", "cancelled", "mute"),
        _ => new("question", state, "mute"),
    };

    public static Mark OfSeverity(string severity) => severity switch
    {
        "fail" => new("cross", "fail", "bad"),
        "inconclusive" => new("question", "inconclusive", "warn"),
        "note" => new("info", "note", "run"),
        _ => new("check", severity, "ok"),
    };

    /// <summary>Of a verdict, or of a job that has none yet.</summary>
    public static Mark OfVerdict(string? verdict, string state) => verdict switch
    {
        "pass" => new("check", "Pass", "ok"),
        "pass_with_notes" => new("notes", "Pass with notes", "ok"),
        "inconclusive" => new("question", "Inconclusive", "warn"),
        "fail" => new("cross", "Fail", "bad"),
        _ => OfJob(state, verdict),
    };
}
