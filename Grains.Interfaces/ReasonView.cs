namespace Burnin.Grains.Interfaces;

/// <summary>One reason of a verdict or of a refusal. Severity: <c>note, inconclusive, fail</c>.</summary>
[GenerateSerializer, Immutable, Alias("burnin.reason-view")]
public sealed record ReasonView
{
    [Id(0)]
    public required string Code { get; init; }

    [Id(1)]
    public required string Severity { get; init; }

    [Id(2)]
    public required string Text { get; init; }

    [Id(3)]
    public required string Rule { get; init; }
}
