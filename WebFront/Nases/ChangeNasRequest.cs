using Burnin.Grains.Interfaces.Nases;
using Burnin.WebFront.Http;

namespace Burnin.WebFront.Nases;

/// <summary>What is to be otherwise about a NAS. What is left out stays as it is; secrets are never printed.</summary>
internal sealed class ChangeNasRequest : INamesOperator
{
    public string? Kind { get; init; }

    public string? Url { get; init; }

    public string? ApiKey { get; init; }

    public string? ApiUser { get; init; }

    public string? Tls { get; init; }

    public SshRequest? Ssh { get; init; }

    public int? MaxParallel { get; init; }

    public bool? IncludeLoopDevices { get; init; }

    public string? RunDirectory { get; init; }

    /// <summary>True leaves it alone: it is not asked, and nothing new begins there.</summary>
    public bool? Paused { get; init; }

    public string? Operator { get; init; }

    public NasChange ToChange() => new()
    {
        Kind = Kind,
        Url = Url,
        ApiKey = ApiKey,
        ApiUser = ApiUser,
        Tls = Tls,
        Ssh = Ssh?.ToSettings(),
        MaxParallel = MaxParallel,
        IncludeLoopDevices = IncludeLoopDevices,
        RunDirectory = RunDirectory,
        Paused = Paused,
    };

    /// <summary>For the audit trail: what was said, and of secrets only that.</summary>
    public string Describe()
    {
        (string What, object? Said)[] changes =
        [
            ("kind", Kind), ("url", Url), ("api_key", ApiKey is { Length: > 0 } ? "(new)" : null), ("api_user", ApiUser), ("tls", Tls),
            ("ssh", Ssh is null ? null : string.IsNullOrEmpty(Ssh.Host) ? "none" : $"{Ssh.User ?? "root"}@{Ssh.Host}{(Ssh.HasSecret ? " (new secret)" : "")}"),
            ("burn-ins at once", MaxParallel), ("loop devices", IncludeLoopDevices), ("run directory", RunDirectory),
            ("paused", Paused),
        ];
        return string.Join(", ", changes.Where(change => change.Said is not null).Select(change => $"{change.What} {change.Said}"));
    }
}
