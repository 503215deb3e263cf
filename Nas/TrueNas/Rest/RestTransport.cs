using System.Net;
using System.Text.Json;
using Burnin.Domain.Nases;
using Burnin.Nas.Http;

namespace Burnin.Nas.TrueNas.Rest;

/// <summary>
/// The middleware by REST, <c>/api/v2.0</c>. Filters and options go in the body of the GET, and never in the query string:
/// CORE takes what it does not know there for a filter, and digits for a number.
/// </summary>
internal sealed class RestTransport(NasConnection connection, TimeProvider clock, HttpLimits? limits = null) : ITrueNasTransport
{
    private const string Root = "api/v2.0/";

    private readonly HttpLink _http = new(connection, limits ?? new HttpLimits(), clock);
    private volatile NasException? _refusal;

    public string Word => "rest";

    public string Place => _http.Place;

    public async Task<TrueNasAnswer> CallAsync(TrueNasCall call, CancellationToken cancellationToken)
    {
        // A key that was refused is not offered again: that locks its owner out. Other settings make another transport.
        if (_refusal is { } refused)
        {
            throw new NasException(refused.Fault, refused.Message, refused);
        }

        var reply = await _http.AskAsync(QuestionOf(call), cancellationToken);
        return reply switch
        {
            { Status: HttpStatusCode.Unauthorized } => throw (_refusal = new NasException(
                NasFault.AuthenticationFailed,
                $"{Place} refuses the API key ({Words(reply)}). Enter a valid key in the settings of this NAS.")),
            { IsRedirect: true } => throw new NasException(
                NasFault.UnexpectedAnswer,
                $"{Place} points elsewhere ({reply.StatusLine}: {reply.Location}). Enter the address it points to in the settings of this NAS."),
            { IsPage: true } => throw new NasException(
                NasFault.UnexpectedAnswer,
                $"{Place} answered {call.Method} with a page for people ({reply.StatusLine}). Check that the URL is the NAS' own, not a log-in page or a proxy."),
            { Status: HttpStatusCode.Forbidden } => new TrueNasAnswer.Denied($"The API key may not call {call.Method}."),
            { Status: HttpStatusCode.MethodNotAllowed } => new TrueNasAnswer.Missing($"{Place} has no {call.Method}."),
            { IsSuccess: true } => new TrueNasAnswer.Result(reply.Json() ?? throw new NasException(
                NasFault.UnexpectedAnswer, $"{Place} did not answer {call.Method} with JSON: {reply.Excerpt}")),

            // The middleware's own 404 is JSON and means a row; the web server's is text and means a path.
            { Status: HttpStatusCode.NotFound } when reply.Json() is null => new TrueNasAnswer.Missing($"{Place} has no {call.Method}."),
            _ => new TrueNasAnswer.Refused($"{Place} refuses {call.Method} ({reply.StatusLine}): {Words(reply)}"),
        };
    }

    public IDisposable? Listen(string collection, Action<JsonElement?> heard) => null;

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>One argument is the body itself, several are an object by name.</summary>
    private static HttpQuestion QuestionOf(TrueNasCall call)
    {
        const string Query = ".query";
        var path = Root + (call.Method.EndsWith(Query, StringComparison.Ordinal) ? call.Method[..^Query.Length] : call.Method).Replace('.', '/');
        var body = call.Arguments switch
        {
            [] => null,
            [var only] => JsonSerializer.Serialize(only.Value),
            var several => JsonSerializer.Serialize(several.ToDictionary(argument => argument.Name, argument => argument.Value)),
        };
        return new HttpQuestion(call.IsQuery || call.Arguments.IsEmpty ? HttpMethod.Get : HttpMethod.Post, path, body) { IsSafe = call.IsSafe, IsSlow = call.IsSlow };
    }

    /// <summary>What the middleware says of its refusal: a message, or messages by attribute; else the reply as it came.</summary>
    private static string Words(HttpReply reply)
    {
        if (reply.Json() is not { ValueKind: JsonValueKind.Object } body)
        {
            return reply.Excerpt is { Length: > 0 } text ? text : reply.StatusLine;
        }

        return HttpReply.ExcerptOf(body.Text("message") ?? string.Join("; ", body.EnumerateObject()
            .Select(attribute => $"{attribute.Name}: {string.Join(", ", attribute.Value.Items().Select(error => error.Text("message")))}")));
    }
}
