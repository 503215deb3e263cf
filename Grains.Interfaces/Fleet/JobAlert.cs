namespace Burnin.Grains.Interfaces.Fleet;

/// <summary>A job has ended: worth a notice on every screen. Never conflated.</summary>
[GenerateSerializer, Immutable, Alias("burnin.job-alert")]
public sealed record JobAlert
{
    [Id(0)]
    public required string JobId { get; init; }

    [Id(1)]
    public required string DriveId { get; init; }

    [Id(2)]
    public required string Nas { get; init; }

    [Id(3)]
    public required string Devname { get; init; }

    [Id(4)]
    public required string Serial { get; init; }

    [Id(5)]
    public required string Model { get; init; }

    /// <summary><c>passed, failed, inconclusive, cancelled</c>.</summary>
    [Id(6)]
    public required string State { get; init; }

    [Id(7)]
    public string? Verdict { get; init; }

    [Id(8)]
    public string? Headline { get; init; }
}
