namespace Burnin.Grains.Interfaces.Drives;

/// <summary>The newest self-test of one length that Burnin ran. State as a stage has it.</summary>
[GenerateSerializer, Immutable, Alias("burnin.self-test-view")]
public sealed record SelfTestView
{
    [Id(0)]
    public required string State { get; init; }

    [Id(1)]
    public required double Percent { get; init; }

    [Id(2)]
    public DateTimeOffset? FinishedAt { get; init; }
}
