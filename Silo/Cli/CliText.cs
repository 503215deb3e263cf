using System.Globalization;
using System.Text.Json;

namespace Burnin.Silo.Cli;

/// <summary>Numbers, tables and jobs as a shell shows them.</summary>
internal static class CliText
{
    private const double Kilo = 1000;

    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB"];

    public static string Size(double? bytes)
    {
        if (bytes is not { } left)
        {
            return "-";
        }

        var unit = 0;
        for (; left >= Kilo && unit < Units.Length - 1; unit++)
        {
            left /= Kilo;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{left:0.#} {Units[unit]}");
    }

    public static string Percent(double? percent) => percent is { } done ? string.Create(CultureInfo.InvariantCulture, $"{done:0.0} %") : "-";

    /// <summary>Columns as wide as their widest cell, two spaces between; the last one is not filled up.</summary>
    public static IEnumerable<string> Table(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = head.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max()).ToList();
        return rows.Prepend(head).Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    /// <summary>One line: what it is doing, how far, how fast, till when.</summary>
    public static string Progress(JsonElement job, DateTimeOffset now)
    {
        var parts = new List<string?>
        {
            job.Text("serial"),
            job.Text("state"),
            Percent(job.Number("percent")),
            job.Text("stage"),
            job.Text("phase"),
            job.Number("bytes_per_second") is { } speed ? $"{Size(speed)}/s" : null,
            job.Text("eta") is { } eta && DateTimeOffset.TryParse(eta, CultureInfo.InvariantCulture, out var till) && till > now ? $"{Left(till - now)} left" : null,
            job.Number("queue_position") is { } place ? string.Create(CultureInfo.InvariantCulture, $"number {place} in the queue") : null,
            job.Text("held"),
            job.Text("trouble"),
        };
        return string.Join("  ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    public static IEnumerable<string> Verdict(JsonElement job)
    {
        yield return $"{job.Text("serial")}  {job.Text("model")}  {Size(job.Number("size_bytes"))}: {Outcome.Of(job).Word}";
        foreach (var reason in job.GetProperty("reasons").EnumerateArray())
        {
            yield return $"  {reason.Text("severity")}: {reason.Text("text")}{(reason.Text("what_next") is { Length: > 0 } next ? $" {next}" : "")}";
        }
    }

    private static string Left(TimeSpan left) =>
        left.TotalHours >= 48 ? string.Create(CultureInfo.InvariantCulture, $"{left.TotalDays:0.0} d")
        : left.TotalMinutes >= 90 ? string.Create(CultureInfo.InvariantCulture, $"{left.TotalHours:0.0} h")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalMinutes):0} min");
}
