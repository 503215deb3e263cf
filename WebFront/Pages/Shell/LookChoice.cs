namespace Burnin.WebFront.Pages.Shell;

/// <summary>One thing about the looks that a person can choose.</summary>
public sealed record LookChoice(string Name, string Label, IReadOnlyList<(string Value, string Word)> Values);
