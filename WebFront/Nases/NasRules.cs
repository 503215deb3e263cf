using System.Text.RegularExpressions;
using Burnin.WebFront.Http;

namespace Burnin.WebFront.Nases;

/// <summary>What can be seen to be wrong before any NAS is asked. The NAS grain looks at the rest.</summary>
internal static partial class NasRules
{
    public const int MostParallel = 1_000;

    private const int LongestText = 2_000;
    private const int LongestKey = 20_000;

    private static readonly string[] Kinds = ["auto", "original", "rest", "jsonrpc", "linux", "local"];

    public static ApiProblem? Check(AddNasRequest request) =>
        CheckName(request.Name)
        ?? (Kinds.Contains(request.Kind ?? "auto") ? null : Refuse.Invalid("kind", $"one of {string.Join(", ", Kinds)}."))
        ?? (request.Tls is null || Tls().IsMatch(request.Tls) ? null : Refuse.Invalid("tls", "verify, ignore, or pin: and the SHA-256 fingerprint of the certificate."))
        ?? (request.Url is null || IsWebAddress(request.Url) ? null : Refuse.Invalid("url", "an address that begins with http:// or https://."))
        ?? (request.ApiKey is { Length: > LongestText } ? Refuse.Invalid("api_key", "too long to be one.") : null)
        ?? (request.ApiUser is { Length: > LongestText } ? Refuse.Invalid("api_user", "too long to be one.") : null)
        ?? (request.RunDirectory is { } directory && (directory.Length > LongestText || !directory.StartsWith('/'))
            ? Refuse.Invalid("run_directory", "an absolute path on the host.")
            : null)
        ?? (request.Ssh is { } ssh ? CheckSsh(ssh) : null)
        ?? (request.MaxParallel is { } limit ? CheckLimit(limit) : null);

    public static ApiProblem? CheckLimit(int limit) =>
        limit is >= 1 and <= MostParallel ? null : Refuse.Invalid("max_parallel", $"1 to {MostParallel}.");

    private static ApiProblem? CheckName(string? name) =>
        name is not null && Name().IsMatch(name)
            ? null
            : Refuse.Invalid("name", "1 to 63 letters, digits, dots, dashes and underscores, beginning with a letter or digit.");

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
