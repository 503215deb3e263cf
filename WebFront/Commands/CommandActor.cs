using Burnin.WebFront.Access;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Commands;

internal static class CommandActor
{
    public const string Anonymous = "anonymous";

    private const int LongestName = 100;

    /// <summary>Who a command is from: whoever is signed in. Only where nobody signs in, the body may say it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="body">What it brings.</param>
    /// <param name="tried">Who says to be somebody, in a command that is to prove it.</param>
    public static string Of(HttpContext http, ICommandBody? body, string? tried = null) => Fit(tried) ?? Named(http, body) ?? Anonymous;

    /// <summary>The same, where a command needs a name; null if nobody gave one.</summary>
    public static string? Named(HttpContext http, ICommandBody? body) => Caller.Of(http).Name ?? Fit(body?.Operator);

    private static string? Fit(string? name) =>
        name?.Trim() is { Length: > 0 } said ? new string([.. said.Take(LongestName).Select(letter => char.IsControl(letter) ? ' ' : letter)]) : null;
}
