using Burnin.Grains.Interfaces.Drives;

namespace Burnin.WebFront.Pages;

/// <summary>Icon, word and tone of a drive, as <c>status.js</c> has them: the first rows speak like the live ones.</summary>
internal sealed record DriveStatus(string Icon, string Word, string Tone, int Rank)
{
    public static DriveStatus Of(DriveView drive, bool isStale)
    {
        var isOpen = drive.Status is "queued" or "running" or "paused";
        return (drive.Status, drive.Job) switch
        {
            _ when isStale && isOpen => new("hatch", "Stale", "stale", 3),
            (_, { Cancelling: true }) when isOpen => new("stop", "Cancelling", "mute", 3),
            ("paused", { PausedBy: null }) => new("flame", "Paused, hot", "hot", 3),
            ("paused", _) => new("pause", "Paused", "mute", 3),
            ("running", { Trouble: not null }) => new("warn", "Held up", "warn", 3),
            ("running", { Stage: { } stage }) => new("play", StageWord(stage), "run", 4),
            ("running", _) => new("play", "Running", "run", 4),
            ("failed", _) => new("cross", "Failed", "bad", 0),
            ("inconclusive", _) => new("question", "Inconclusive", "warn", 1),
            ("missing", _) => new("gone", "Missing", "warn", 2),
            ("queued", _) => new("clock", "Queued", "mute", 5),
            ("passed_notes", _) => new("notes", "Passed, notes", "ok", 6),
            ("passed", _) => new("check", "Passed", "ok", 7),
            ("cancelled", _) => new("stop", "Cancelled", "mute", 8),
            ("idle", _) => new("ring", "Idle", "mute", 9),
            ("in_use", _) => new("lock", "In use", "mute", 10),
            _ => new("question", drive.Status, "mute", 9),
        };
    }

    public static string StageWord(string stage) => stage switch
    {
        "precheck" => "Precheck",
        "short_smart" => "SMART short",
        "long_smart" => "SMART long",
        "surface_validate" => "Surface",
        "io_validate" => "Sampled I/O",
        "final_check" => "Final check",
        _ => stage,
    };
}
