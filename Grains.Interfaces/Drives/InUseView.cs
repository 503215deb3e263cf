namespace Burnin.Grains.Interfaces.Drives;

/// <summary>One fact that forbids writing to the drive.</summary>
[GenerateSerializer, Immutable, Alias("burnin.in-use-view")]
public sealed record InUseView([property: Id(0)] string Code, [property: Id(1)] string Detail);
