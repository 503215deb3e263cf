namespace Burnin.History.Evidence;

/// <summary>One piece of evidence without its text.</summary>
/// <param name="Stage">Index of the stage in its job.</param>
/// <param name="Name">Of a file, unique in its stage.</param>
/// <param name="Length">Of the text, in bytes.</param>
/// <param name="Sha256">Of the text, in lower-case hex.</param>
public sealed record EvidenceRecord(long Stage, string Name, long Length, string Sha256);
