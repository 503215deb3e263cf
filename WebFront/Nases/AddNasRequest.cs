using Burnin.Grains.Interfaces.Nases;
using Burnin.WebFront.Http;

namespace Burnin.WebFront.Nases;

/// <summary>A NAS as it is sent to us. Never printed as a whole: it holds secrets.</summary>
internal sealed class AddNasRequest : INamesOperator
{
    public string? Name { get; init; }

    public string? Kind { get; init; }

    public string? Url { get; init; }

    public string? ApiKey { get; init; }

    public string? ApiUser { get; init; }

    public string? Tls { get; init; }

    public SshRequest? Ssh { get; init; }

    public int? MaxParallel { get; init; }

    public bool? IncludeLoopDevices { get; init; }

    public string? RunDirectory { get; init; }

    public string? Operator { get; init; }

    /// <summary>What is left out is as the contract has it.</summary>
    public NasSettings ToSettings()
    {
        var settings = new NasSettings { Kind = Kind ?? "auto", Url = Url, ApiKey = ApiKey, ApiUser = ApiUser, Ssh = Ssh?.ToSettings(), RunDirectory = RunDirectory };
        return settings with
        {
            Tls = Tls ?? settings.Tls,
            MaxParallel = MaxParallel ?? settings.MaxParallel,
            IncludeLoopDevices = IncludeLoopDevices ?? settings.IncludeLoopDevices,
        };
    }
}
