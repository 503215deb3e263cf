using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Burnin.Grains.Interfaces.Drives;

namespace Burnin.WebFront.Pages;

/// <summary>Numbers and spans of a row, as <c>units.js</c> and <c>time.js</c> write them.</summary>
internal static partial class DriveText
{
    /// <summary>Cut, not rounded: nothing is at 100 % before it is done.</summary>
    public static string Percent(double value) =>
        value >= 100 ? "100" : (Math.Floor(Math.Max(0, value) * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);

    public static string Speed(long bytesPerSecond)
    {
        var megabytes = bytesPerSecond / 1e6;
        return megabytes.ToString(megabytes >= 10 ? "0" : "0.0", CultureInfo.InvariantCulture);
    }

    public static string Span(TimeSpan span)
    {
        var seconds = Math.Max(0, (long)Math.Round(span.TotalSeconds));
        return seconds switch
        {
            < 120 => Of($"{seconds} s"),
            < 3_600 => Of($"{seconds / 60} m"),
            < 86_400 => Of($"{seconds / 3_600} h {seconds / 60 % 60:00} m"),
            _ => Of($"{seconds / 86_400} d {seconds / 3_600 % 24:00} h"),
        };
    }

    public static string ShortSpan(TimeSpan span)
    {
        var seconds = Math.Max(0, (long)Math.Round(span.TotalSeconds));
        return seconds switch
        {
            < 60 => Of($"{seconds} s"),
            < 3_600 => Of($"{seconds / 60} m"),
            < 86_400 => Of($"{seconds / 3_600} h"),
            _ => Of($"{seconds / 86_400} d"),
        };
    }

    /// <summary>What the stage column says: <c>2/4 verify</c>, <c>Long</c>.</summary>
    public static string Doing(DriveJobView job) => (job.Stage, job.Phase) switch
    {
        (null, _) => "",
        ("surface_validate", { } phase) => Pass().Replace(phase, "$1/$2 "),
        ("long_smart", _) => "Long",
        ("short_smart", _) => "Short",
        var (stage, _) => DriveStatus.StageWord(stage),
    };

    /// <summary>The one sentence of a drive that is not running.</summary>
    public static string Note(DriveView drive) => drive switch
    {
        { Status: "missing" } => "not shown by its NAS any more",
        { Status: not ("queued" or "paused"), InUse.IsEmpty: false } => string.Join(" ", drive.InUse.Select(fact => fact.Detail)),
        { Job: null } => "never tested",
        { Job: { State: "queued" } job } => job.Trouble ?? (job.QueuePosition is { } place ? $"{Ordinal(place)} in line" : "waits for its slot"),
        { Job: { State: "paused" } job } => job.Trouble ?? job.Held ?? "paused",
        { Job: { State: "cancelled" } job } => $"at {Percent(job.Percent)} %",
        { Job: { } job } => job.Headline ?? Of($"{job.Errors} errors"),
    };

    [GeneratedRegex("^pass ([0-9]+) of ([0-9]+), ")]
    private static partial Regex Pass();

    private static string Ordinal(int number) => (number % 100 is >= 11 and <= 13 ? 0 : number % 10) switch
    {
        1 => Of($"{number}st"),
        2 => Of($"{number}nd"),
        3 => Of($"{number}rd"),
        _ => Of($"{number}th"),
    };

    private static string Of(DefaultInterpolatedStringHandler text) => text.ToStringAndClear();
}
