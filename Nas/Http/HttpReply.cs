using System.Net;
using System.Text;
using System.Text.Json;

namespace Burnin.Nas.Http;

/// <summary>What came back, whole, whatever its status.</summary>
internal sealed record HttpReply(HttpStatusCode Status, string? Reason, string? MediaType, Uri? Location, ReadOnlyMemory<byte> Body)
{
    private const int ExcerptLength = 300;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsRedirect => (int)Status is >= 300 and < 400;

    /// <summary>A page for people, where a service was expected.</summary>
    public bool IsPage => MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>For sentences: <c>502 Bad Gateway</c>.</summary>
    public string StatusLine => $"{(int)Status} {Reason}".Trim();

    /// <summary>The beginning of it, on one line.</summary>
    public string Excerpt => ExcerptOf(Encoding.UTF8.GetString(Body.Span));

    public static string ExcerptOf(string text) =>
        (text.Length > ExcerptLength ? $"{text[..ExcerptLength]}…" : text).ReplaceLineEndings(" ").Trim();

    /// <summary>Null where it is no JSON.</summary>
    public JsonElement? Json()
    {
        try
        {
            return JsonElement.Parse(Body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
