using Burnin.Grains.Interfaces.Nases;
using Burnin.WebFront.Pages.Parts;

namespace Burnin.WebFront.Pages.Nases;

/// <summary>Icon, word and tone of a connection.</summary>
public static class NasHealth
{
    public static Mark Of(NasStatus status) => status.Health switch
    {
        "ok" when status.Stale => new("hatch", "Stale", "stale"),
        "ok" => new("check", "Connected", "ok"),
        "paused" => new("pause", "Paused", "mute"),
        "connecting" => new("clock", "Connecting", "mute"),
        "unreachable" => new("cross", "Unreachable", "bad"),
        "authentication_failed" => new("cross", "Login refused", "bad"),
        "host_key_changed" => new("warn", "Another host key", "bad"),
        "not_supported" => new("question", "Not supported", "warn"),
        "unexpected_answer" => new("question", "Not understood", "warn"),
        _ => new("question", status.Health.Replace('_', ' '), "warn"),
    };

    /// <summary>What a NAS is asked for, as people call it.</summary>
    public static string WhatWord(string what) => what switch
    {
        "inventory" => "Drives",
        "in_use" => "Who uses a disk",
        "temperature" => "Temperatures",
        "smart" => "SMART data",
        _ => DriveStatus.StageWord(what),
    };
}
