using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Nases;

/// <summary>A NAS as everyone may see it: no secret in it.</summary>
[GenerateSerializer, Immutable, Alias("burnin.nas-view")]
public sealed record NasView
{
    [Id(0)]
    public required string Name { get; init; }

    [Id(1)]
    public required string Kind { get; init; }

    /// <summary>Where it is: an URL, <c>user@host:port</c>, or <c>this machine</c>.</summary>
    [Id(2)]
    public required string Address { get; init; }

    [Id(3)]
    public required int MaxParallel { get; init; }

    [Id(4)]
    public required bool IncludeLoopDevices { get; init; }

    [Id(5)]
    public string? HostKey { get; init; }

    [Id(6)]
    public required NasStatus Status { get; init; }

    [Id(7)]
    public required ImmutableArray<CapabilityView> Capabilities { get; init; }

    /// <summary>The line for <c>visudo</c> that its login needs; null where it needs none.</summary>
    [Id(8)]
    public string? SudoRule { get; init; }

    /// <summary>It is left alone: not asked, and nothing new begins there.</summary>
    [Id(9)]
    public bool Paused { get; init; }

    [Id(10)]
    public string? Url { get; init; }

    [Id(11)]
    public bool HasApiKey { get; init; }

    [Id(12)]
    public string? ApiUser { get; init; }

    [Id(13)]
    public string Tls { get; init; } = "verify";

    [Id(14)]
    public SshView? Ssh { get; init; }

    [Id(15)]
    public string? RunDirectory { get; init; }
}
