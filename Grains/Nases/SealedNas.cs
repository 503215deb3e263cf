namespace Burnin.Grains.Nases;

/// <summary>A NAS as it is stored: settings in clear, secrets sealed.</summary>
public sealed record SealedNas
{
    public required string Kind { get; init; }

    public string? Url { get; init; }

    public string Tls { get; init; } = "verify";

    public string? ApiUser { get; init; }

    public string? SealedApiKey { get; init; }

    public SealedSsh? Ssh { get; init; }

    public int MaxParallel { get; init; } = 2;

    public bool IncludeLoopDevices { get; init; }

    public double SpeedUp { get; init; } = 1;

    public string? RunDirectory { get; init; }

    public bool Paused { get; init; }
}
