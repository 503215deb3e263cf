namespace Burnin.History.Evidence;

/// <summary>One piece of evidence, whole.</summary>
/// <param name="Utf8">The text.</param>
/// <param name="Sha256">Of the text, in lower-case hex.</param>
public sealed record EvidenceText(ReadOnlyMemory<byte> Utf8, string Sha256);
