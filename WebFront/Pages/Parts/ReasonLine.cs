namespace Burnin.WebFront.Pages.Parts;

/// <summary>One reason as it is shown.</summary>
/// <param name="Severity"><c>fail, inconclusive, note</c>.</param>
/// <param name="Text">What was found, in a sentence.</param>
/// <param name="Rule">Code and rule: who said so.</param>
/// <param name="Where">The stage that said it; null where it is of the whole job.</param>
/// <param name="Next">What to do about it; null where nothing is known.</param>
/// <param name="Numbers">Before, after and what they were held against; null where it rests on none.</param>
public sealed record ReasonLine(string Severity, string Text, string Rule, string? Where = null, string? Next = null, string? Numbers = null);
