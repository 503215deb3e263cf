using System.Text.RegularExpressions;
using Burnin.WebFront.Http;

namespace Burnin.WebFront.Nases;

/// <summary>What can be seen to be wrong before any NAS is asked. The NAS grain looks at the rest.</summary>
internal static partial class NasRules
{
    private const int MostParallel = 1_000;

    private const int LongestText = 2_000;
    private const int LongestKey = 20_000;

    private static readonly string[] Kinds = ["auto", "original", "rest", "jsonrpc", "linux", "local"];

    public static ApiProblem? Check(AddNasRequest request) =>
        CheckName(request.Name)
        ?? CheckPlace(request.Kind, request.Url, request.Tls, request.ApiKey, request.ApiUser)
        ?? CheckRunDirectory(request.RunDirectory)
        ?? (request.Ssh is { } ssh ? CheckSsh(ssh) : null)
        ?? (request.MaxParallel is { } limit ? CheckLimit(limit) : null);

    public static ApiProblem? Check(ChangeNasRequest request) =>
        CheckPlace(request.Kind, Said(request.Url), request.Tls, request.ApiKey, request.ApiUser)
        ?? CheckRunDirectory(Said(request.RunDirectory))
        ?? (request.Ssh is { Host.Length: > 0 } ssh ? CheckSsh(ssh) : null)
        ?? (request.MaxParallel is { } limit ? CheckLimit(limit) : null)
        ?? (request.Describe().Length == 0 ? Refuse.Invalid("max_parallel", "say what shall be otherwise.") : null);

    public static ApiProblem? Check(TryNasRequest request) =>
        (request.Name is null ? null : CheckName(request.Name))
        ?? CheckPlace(request.Kind, Said(request.Url), request.Tls, request.ApiKey, request.ApiUser)
        ?? (request.Ssh is { Host.Length: > 0 } ssh ? CheckSsh(ssh) : null);

    private static ApiProblem? CheckLimit(int limit) =>
        limit is >= 1 and <= MostParallel ? null : Refuse.Invalid("max_parallel", $"1 to {MostParallel}.");

    private static ApiProblem? CheckName(string? name) =>
        name is not null && Name().IsMatch(name)
            ? null
            : Refuse.Invalid("name", "1 to 63 letters, digits, dots, dashes and underscores, beginning with a letter or digit.");

    /// <summary>An empty text takes something away, and is no value to be looked at.</summary>
    private static string? Said(string? text) => text is { Length: 0 } ? null : text;

    private static ApiProblem? CheckPlace(string? kind, string? url, string? tls, string? apiKey, string? apiUser) =>
        (Kinds.Contains(kind ?? "auto") ? null : Refuse.Invalid("kind", $"one of {string.Join(", ", Kinds)}."))
        ?? (tls is null || Tls().IsMatch(tls) ? null : Refuse.Invalid("tls", "verify, ignore, or pin: and the SHA-256 fingerprint of the certificate."))
        ?? (url is null || IsWebAddress(url) ? null : Refuse.Invalid("url", "an address that begins with http:// or https://."))
        ?? (apiKey is { Length: > LongestText } ? Refuse.Invalid("api_key", "too long to be one.") : null)
        ?? (apiUser is { Length: > LongestText } ? Refuse.Invalid("api_user", "too long to be one.") : null);

    private static ApiProblem? CheckRunDirectory(string? directory) => directory is not null && (directory.Length > LongestText || !directory.StartsWith('/'))
        ? Refuse.Invalid("run_directory", "an absolute path on the host.")
        : null;

    private static ApiProblem? CheckSsh(SshRequest ssh) =>
        (string.IsNullOrWhiteSpace(ssh.Host) || ssh.Host.Length > LongestText ? Refuse.Invalid("ssh.host", "a host name or an address.") : null)
        ?? (ssh.Port is null or (>= 1 and <= 65_535) ? null : Refuse.Invalid("ssh.port", "1 to 65535."))
        ?? (ssh.PrivateKey is { Length: > LongestKey } ? Refuse.Invalid("ssh.private_key", "too long to be one.") : null);

    private static bool IsWebAddress(string url) =>
        url.Length <= LongestText && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,62}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A(verify|ignore|pin:([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2})\z")]
    private static partial Regex Tls();
}
