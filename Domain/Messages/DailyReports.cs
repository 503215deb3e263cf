using System.Collections.Immutable;
using System.Globalization;

namespace Burnin.Domain.Messages;

/// <summary>Words the report of a day. It is sent on days without news as well: that it is missing must mean something.</summary>
public static class DailyReports
{
    /// <summary>From what has ended since the last one, what is not over, and how the NAS boxes are doing.</summary>
    public static Message Of(DateOnly day, DateTimeOffset now, TimeZoneInfo zone, ImmutableArray<Message> ended, ImmutableArray<RunningJob> running, ImmutableArray<NasSeen> nases)
    {
        var sorted = ended.OrderByDescending(message => message.Event.IsTrouble).ThenBy(message => message.At);
        return new Message
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"report:{day:yyyy-MM-dd}"),
            Event = MessageEvent.DailyReport,
            At = now,
            Headline = string.Create(CultureInfo.InvariantCulture, $"Report of {day:yyyy-MM-dd}: {Counted(ended)}, {running.Count(job => job.State != "queued")} running, {running.Count(job => job.State == "queued")} waiting"),
            Tables =
            [
                new MessageTable
                {
                    Title = "Ended since the last report",
                    Columns = ["drive", "NAS", "result", "ended", "why"],
                    Rows = [.. sorted.Select(message => Row(Drive(message.Job!.Model, message.Job.Serial), message.Job.Nas, message.Event.Word, MessageTimes.In(zone, message.At), message.Reasons.FirstOrDefault() ?? ""))],
                },
                new MessageTable
                {
                    Title = "Not over yet",
                    Columns = ["drive", "NAS", "state", "done", "ends about"],
                    Rows = [.. running.OrderByDescending(job => job.Percent).Select(job => Row(Drive(job.Model, job.Serial), job.Nas, job.Stage is { } stage ? $"{job.State}, {stage.Replace('_', ' ')}" : job.State, Percent(job.Percent), job.Eta is { } eta ? MessageTimes.In(zone, eta) : ""))],
                },
                new MessageTable
                {
                    Title = "NAS",
                    Columns = ["name", "state", "drives", "running", "last answer"],
                    Rows = [.. nases.Select(nas => Row(nas.Name, nas.Health.Replace('_', ' '), Number(nas.Drives), Number(nas.Running), MessageTimes.In(zone, nas.HeardAt)))],
                },
            ],
        };
    }

    private static string Counted(ImmutableArray<Message> ended) => ended.IsEmpty
        ? "nothing ended"
        : string.Join(", ", ended.GroupBy(message => message.Event).OrderByDescending(group => group.Key.IsTrouble).Select(group => $"{Number(group.Count())} {group.Key.Word}"));

    private static ImmutableArray<string> Row(params ReadOnlySpan<string> cells) => [.. cells];

    private static string Drive(string model, string serial) => $"{model} {serial}";

    private static string Percent(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0} %");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
