namespace Burnin.Domain.Jobs;

/// <summary>
/// One reason of a verdict. Code: snake_case, stable, for programs. Text: one plain sentence with its numbers.
/// Rule: who said so, <c>classic</c> or the name of the stage's own check.
/// </summary>
public sealed record Reason(string Code, Severity Severity, string Text, string Rule);
