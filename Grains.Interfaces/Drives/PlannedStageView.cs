namespace Burnin.Grains.Interfaces.Drives;

/// <summary>What one stage is expected to ask of a drive. Passes is 0 for a stage that tests no surface.</summary>
[GenerateSerializer, Immutable, Alias("burnin.planned-stage-view")]
public sealed record PlannedStageView(
    [property: Id(0)] string Stage,
    [property: Id(1)] double Seconds,
    [property: Id(2)] long WrittenBytes,
    [property: Id(3)] long ReadBytes,
    [property: Id(4)] int Passes);
