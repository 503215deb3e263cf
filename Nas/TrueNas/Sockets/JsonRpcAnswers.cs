using System.Text.Json;
using Burnin.Domain.Nases;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>What an error of JSON-RPC means: the code says who failed, the errno in its data says how.</summary>
internal static class JsonRpcAnswers
{
    private const int InvalidJson = -32700;
    private const int InvalidRequest = -32600;
    private const int MethodNotFound = -32601;
    private const int TooManyCalls = -32000;

    private const int NotPermitted = 1;
    private const int Access = 13;
    private const int Busy = 16;
    private const int NoMethod = 201;
    private const int NotAuthenticated = 207;

    private static readonly JsonElement Nothing = JsonElement.Parse("null");

    public static TrueNasAnswer Of(string place, string method, JsonElement message) =>
        message.Field("error") is { } error ? OfError(place, method, error) : new TrueNasAnswer.Result(message.Field("result") ?? Nothing);

    /// <summary>The NAS has forgotten who we are; only another login helps.</summary>
    public static bool IsLoggedOut(JsonElement message) => message.Field("error")?.Field("data")?.Whole("error") == NotAuthenticated;

    private static TrueNasAnswer OfError(string place, string method, JsonElement error)
    {
        var why = WhyIn(error);
        return (error.Whole("code"), error.Field("data")?.Whole("error")) switch
        {
            (MethodNotFound, _) or (_, NoMethod) => new TrueNasAnswer.Missing($"{place} has no {method}."),
            (InvalidJson or InvalidRequest, _) => throw new NasException(NasFault.UnexpectedAnswer, $"{place} could not read {method} as we sent it: {why}"),
            (TooManyCalls, _) => throw new NasException(NasFault.Unreachable, $"{place} has too many calls under way to take {method}: {why}"),
            (_, Busy) when why.Contains("Rate Limit", StringComparison.OrdinalIgnoreCase) => throw new NasException(NasFault.Unreachable, $"{place} takes no {method} for a while: {why}"),
            (_, NotAuthenticated) => throw new NasException(NasFault.Unreachable, $"{place} has ended our login: {why}"),
            (_, Access or NotPermitted) => new TrueNasAnswer.Denied(why),
            _ => new TrueNasAnswer.Refused(why),
        };
    }

    /// <summary>The reason; for wrong arguments, which they are.</summary>
    private static string WhyIn(JsonElement error)
    {
        var data = error.Field("data");
        var reason = data?.Text("reason")?.Trim() is { Length: > 0 } told ? told : error.Text("message") ?? "no reason is given";
        var wrong = data?.Items("extra").Select(extra => string.Join(": ", extra.Items().Take(2).Select(part => part.ToString()))).ToList() ?? [];
        return wrong.Count > 0 ? string.Join("; ", wrong) : reason.ReplaceLineEndings(" ");
    }
}
