using Burnin.Grains.Interfaces.Nases;
using Burnin.WebFront.Http;

namespace Burnin.WebFront.Nases;

/// <summary>Settings to be tried and not stored. With the name of a NAS that is there, what is left out is as it is stored.</summary>
internal sealed class TryNasRequest : INamesOperator
{
    /// <summary>What a NAS is called that has no name yet.</summary>
    public const string Nameless = "unsaved";

    public string? Name { get; init; }

    public string? Kind { get; init; }

    public string? Url { get; init; }

    public string? ApiKey { get; init; }

    public string? ApiUser { get; init; }

    public string? Tls { get; init; }

    public SshRequest? Ssh { get; init; }

    public bool? IncludeLoopDevices { get; init; }

    public string? Operator { get; init; }

    public NasChange ToChange() => new()
    {
        Kind = Kind,
        Url = Url,
        ApiKey = ApiKey,
        ApiUser = ApiUser,
        Tls = Tls,
        Ssh = Ssh?.ToSettings(),
        IncludeLoopDevices = IncludeLoopDevices,
    };
}
