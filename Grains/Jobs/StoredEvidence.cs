namespace Burnin.Grains.Jobs;

/// <summary>What a stage's result rests on, on its way to the evidence store.</summary>
/// <param name="Stage">Index of the stage in its job.</param>
/// <param name="Name">Of a file, unique in its stage.</param>
/// <param name="Text">As it came, or cut where it was too long.</param>
public sealed record StoredEvidence(int Stage, string Name, string Text);
