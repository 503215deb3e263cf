namespace Burnin.Grains.Interfaces.Fleet;

/// <summary>What changed of one drive: a JSON object with just those fields, as <see cref="WireJson"/> writes them.</summary>
[GenerateSerializer, Immutable, Alias("burnin.drive-delta")]
public sealed record DriveDelta([property: Id(0)] string Id, [property: Id(1)] string FieldsJson);
