namespace Burnin.Grains.Nases;

public sealed record SealedSsh
{
    public required string Host { get; init; }

    public int Port { get; init; } = 22;

    public string User { get; init; } = "root";

    public string? SealedPassword { get; init; }

    public string? SealedPrivateKey { get; init; }

    public string? SealedPassphrase { get; init; }

    public string? HostKey { get; init; }
}
