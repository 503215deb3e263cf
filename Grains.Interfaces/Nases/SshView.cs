namespace Burnin.Grains.Interfaces.Nases;

/// <summary>How a host is reached by SSH, as everyone may see it.</summary>
[GenerateSerializer, Immutable, Alias("burnin.ssh-view")]
public sealed record SshView
{
    [Id(0)]
    public required string Host { get; init; }

    [Id(1)]
    public required int Port { get; init; }

    [Id(2)]
    public required string User { get; init; }

    [Id(3)]
    public required bool HasPassword { get; init; }

    [Id(4)]
    public required bool HasPrivateKey { get; init; }
}
