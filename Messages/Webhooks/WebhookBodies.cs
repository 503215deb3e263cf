using System.Text.Encodings.Web;
using System.Text.Json;
using Burnin.Domain.Messages;

namespace Burnin.Messages.Webhooks;

/// <summary>A message in the language of whoever is called.</summary>
internal static class WebhookBodies
{
    private const int MostReasons = 5;

    /// <summary>It goes over the wire as JSON, never into a page.</summary>
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static (Uri Url, byte[] Body) Of(WebhookTarget target, Message message) => target.Preset switch
    {
        WebhookPreset.Json => (target.Url, Bytes(Own(message))),
        WebhookPreset.Ntfy => Ntfy(target.Url, message),
        WebhookPreset.Slack => (target.Url, Bytes(Slack(message))),
        WebhookPreset.Discord => (target.Url, Bytes(Discord(message))),
    };

    /// <summary>The original's fields first, by the original's names.</summary>
    private static Dictionary<string, object?> Own(Message message) => new()
    {
        ["event"] = message.Event.Wire,
        ["job_id"] = message.Job?.JobId,
        ["devname"] = message.Job?.DeviceName,
        ["serial"] = message.Job?.Serial,
        ["model"] = message.Job?.Model,
        ["state"] = message.Job?.State,
        ["operator"] = message.Job?.Operator,
        ["error_text"] = message.Event.IsTrouble ? string.Join(' ', message.Reasons) : null,
        ["message_id"] = message.Id,
        ["at"] = message.At,
        ["headline"] = message.Headline,
        ["reasons"] = message.Reasons,
        ["nas"] = message.Job?.Nas,
        ["size_bytes"] = message.Job?.SizeBytes,
        ["verdict"] = message.Job?.Verdict,
        ["profile"] = message.Job?.Profile,
        ["started_at"] = message.Job?.StartedAt,
        ["finished_at"] = message.Job?.FinishedAt,
    };

    /// <summary>As JSON a message goes to the root of the server and names its topic; in headers no letter but ASCII would be safe.</summary>
    private static (Uri Url, byte[] Body) Ntfy(Uri url, Message message)
    {
        var topic = new Uri(url.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        return (new Uri(topic, "."), Bytes(Ntfy(Uri.UnescapeDataString(topic.Segments[^1]), message)));
    }

    private static Dictionary<string, object?> Ntfy(string topic, Message message) => new()
    {
        ["topic"] = topic,
        ["title"] = $"Burnin: {message.Event.Word}",
        ["message"] = TextOf(message),
        ["priority"] = message.Event.IsTrouble ? 4 : 3,
        ["tags"] = new[] { message.Event.IsTrouble ? "x" : message.Event == MessageEvent.BurninPassed ? "white_check_mark" : "information_source" },
    };

    private static Dictionary<string, object?> Slack(Message message) => new()
    {
        // Slack's own escapes: whatever else stands between < and > would be a link or a mention.
        ["text"] = $"*Burnin: {message.Event.Word}*\n{TextOf(message)}"
            .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal),
    };

    private static Dictionary<string, object?> Discord(Message message) => new()
    {
        // A drive that calls itself @everyone wakes nobody.
        ["allowed_mentions"] = new { parse = Array.Empty<string>() },
        ["embeds"] = new[]
        {
            new
            {
                title = $"Burnin: {message.Event.Word}",
                description = TextOf(message),
                color = message.Event.IsTrouble ? 0xC62A2F : message.Event == MessageEvent.BurninPassed ? 0x1A7F37 : 0x57606A,
                timestamp = message.At,
            },
        },
    };

    private static string TextOf(Message message) => string.Join('\n', [message.Headline, .. message.Reasons.Take(MostReasons).Select(reason => $"• {reason}")]);

    private static byte[] Bytes(object body) => JsonSerializer.SerializeToUtf8Bytes(body, Json);
}
