using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Burnin.Domain.Messages;

namespace Burnin.Messages.Mail;

/// <summary>Words messages as a letter: what needs a person first.</summary>
internal static class Letters
{
    private const int MostReasons = 5;

    public static Letter Of(ImmutableArray<Message> messages)
    {
        var sorted = messages.OrderByDescending(message => message.Event.IsTrouble).ThenBy(message => message.At).ToImmutableArray();
        var subject = OneLine(sorted is [var only] ? only.Headline : string.Join(", ", sorted.GroupBy(message => message.Event).Select(group => $"{group.Count()} {group.Key.Word}")));
        return new Letter($"[Burnin] {subject}", TextOf(sorted), HtmlOf(subject, sorted));
    }

    private static string TextOf(ImmutableArray<Message> messages)
    {
        var text = new StringBuilder();
        foreach (var message in messages)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{message.Event.Word.ToUpperInvariant()}: {message.Headline}");
            foreach (var fact in FactsOf(message))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {fact.Name}: {fact.Value}");
            }

            foreach (var reason in ReasonsOf(message))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  - {reason}");
            }

            foreach (var table in message.Tables)
            {
                LetterTables.AppendText(text, table);
            }

            text.AppendLine();
        }

        return text.Append("Sent by Burnin.").ToString();
    }

    private static string HtmlOf(string title, ImmutableArray<Message> messages)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Safe(title)}</title></head>
            <body style="margin:0;padding:16px;background:#f4f5f7;color:#1b1f24;font:14px/1.5 system-ui,sans-serif">
            <div style="max-width:640px;margin:0 auto">

            """);
        foreach (var message in messages)
        {
            html.Append(CultureInfo.InvariantCulture, $"""
                <div style="background:#ffffff;border:1px solid #d7dbe0;border-left:4px solid {Colour(message.Event)};border-radius:4px;padding:12px 16px;margin:0 0 12px">
                <div style="color:{Colour(message.Event)};font-weight:600;text-transform:uppercase;font-size:12px">{Safe(message.Event.Word)}</div>
                <div style="font-size:16px;font-weight:600;margin:2px 0 8px">{Safe(message.Headline)}</div>

                """);
            AppendReasons(html, message);
            AppendFacts(html, message);
            foreach (var table in message.Tables)
            {
                LetterTables.AppendHtml(html, table);
            }

            html.AppendLine("</div>");
        }

        return html.Append("""
            <div style="color:#57606a;font-size:12px">Sent by Burnin.</div>
            </div></body></html>
            """).ToString();
    }

    private static void AppendReasons(StringBuilder html, Message message)
    {
        if (message.Reasons.IsEmpty)
        {
            return;
        }

        html.Append("<ul style=\"margin:0 0 8px;padding-left:20px\">");
        foreach (var reason in ReasonsOf(message))
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Safe(reason)}</li>");
        }

        html.AppendLine("</ul>");
    }

    private static void AppendFacts(StringBuilder html, Message message)
    {
        html.Append("<table role=\"presentation\" style=\"border-collapse:collapse;font-size:13px\">");
        foreach (var (name, value) in FactsOf(message))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td style=\"color:#57606a;padding:1px 12px 1px 0\">{Safe(name)}</td><td>{Safe(value)}</td></tr>");
        }

        html.AppendLine("</table>");
    }

    private static IEnumerable<(string Name, string Value)> FactsOf(Message message)
    {
        if (message.Job is { } job)
        {
            yield return ("drive", $"{job.Model}, {job.Serial}, {Size(job.SizeBytes)}");
            yield return ("where", $"{job.DeviceName} on {job.Nas}");
            yield return ("burn-in", $"{job.Profile}, started by {job.Operator}");
            if (job is { StartedAt: { } started, FinishedAt: { } finished })
            {
                yield return ("took", $"{MessageTimes.Lasted(finished - started)}, from {MessageTimes.Utc(started)} to {MessageTimes.Utc(finished)}");
            }

            yield return ("job", job.JobId);
        }
        else
        {
            yield return ("at", MessageTimes.Utc(message.At));
        }
    }

    private static IEnumerable<string> ReasonsOf(Message message) => message.Reasons.Length <= MostReasons
        ? message.Reasons
        : [.. message.Reasons.Take(MostReasons), string.Create(CultureInfo.InvariantCulture, $"and {message.Reasons.Length - MostReasons} more, on the page of the job")];

    private static string Colour(MessageEvent happened) => happened switch
    {
        MessageEvent.BurninPassed => "#1a7f37",
        MessageEvent.BurninFailed => "#c62a2f",
        MessageEvent.BurninInconclusive => "#9a6700",
        MessageEvent.NasSilent => "#c62a2f",
        MessageEvent.BurninAway => "#9a6700",
        MessageEvent.NasBack => "#1a7f37",
        MessageEvent.DailyReport => "#1f5fd0",
        MessageEvent.BurninCancelled or MessageEvent.Test => "#57606a",
    };

    private static string Size(long bytes) => bytes >= 1_000_000_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e12:0.##} TB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.##} GB");

    internal static string Safe(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>A model or serial comes from a drive: it must not begin a header of its own.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(each => char.IsControl(each) ? ' ' : each));
}
