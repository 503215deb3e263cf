namespace Burnin.History.Smart;

/// <summary>One output of smartctl, whole.</summary>
/// <param name="FileName">For a download.</param>
/// <param name="Utf8">The text.</param>
/// <param name="Sha256">Of the text, in lower-case hex.</param>
public sealed record SmartOutput(string FileName, ReadOnlyMemory<byte> Utf8, string Sha256);
