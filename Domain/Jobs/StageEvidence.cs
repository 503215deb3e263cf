namespace Burnin.Domain.Jobs;

/// <summary>Something that a stage's result rests on, as it came from the tool or the host.</summary>
/// <param name="Name">Of a file, unique in its stage: <c>surface.log</c>, <c>segments.json</c>, <c>smart.json</c>.</param>
/// <param name="Text">As it came.</param>
public sealed record StageEvidence(string Name, string Text);
