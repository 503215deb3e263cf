using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Nases;
using Burnin.WebFront.Pages.Parts;

namespace Burnin.WebFront.Pages.Nases;

/// <summary>One NAS and the drives that it shows.</summary>
public sealed record NasModel
{
    public required NasView Nas { get; init; }

    public ImmutableArray<DriveView> Drives { get; init; } = [];

    public int Free => Drives.Count(drive => drive.InUse.IsEmpty && drive.Status != "missing");

    public int InUse => Drives.Count(drive => !drive.InUse.IsEmpty);

    public int Missing => Drives.Count(drive => drive.Status == "missing");

    /// <summary>How it is doing: icon, word and tone, always together.</summary>
    public static Mark MarkOf(NasStatus status) => status switch
    {
        { Health: "ok" } => new("check", "Well", "ok"),
        { Health: "connecting" } => new("clock", "Connecting", "mute"),
        { Health: "paused" } => new("pause", "Paused", "mute"),
        { Health: "authentication_failed" } => new("lock", "Login refused", "bad"),
        { Health: "host_key_changed" } => new("warn", "Another host key", "bad"),
        { Health: "not_supported" } => new("cross", "Not possible", "bad"),
        { Health: "unexpected_answer" } => new("question", "Not understood", "warn"),
        _ => new("warn", "Does not answer", "warn"),
    };

    public static string WordOf(string capability) => capability switch
    {
        "inventory" => "List of disks",
        "in_use" => "Who uses a disk",
        "temperature" => "Temperatures",
        "smart" => "SMART data",
        "short_smart" => "Short self-test",
        "long_smart" => "Long self-test",
        "surface_validate" => "Surface test",
        "io_validate" => "Sampled I/O",
        _ => capability.Replace('_', ' '),
    };

    public static string KindOf(string kind) => kind switch
    {
        "auto" => "chosen by what is there",
        "rest" => "TrueNAS by REST",
        "jsonrpc" => "TrueNAS by JSON-RPC",
        "linux" => "a host by SSH",
        "local" => "this machine",
        "original" => "the original's contract",
        _ => kind,
    };
}
