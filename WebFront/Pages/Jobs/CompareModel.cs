namespace Burnin.WebFront.Pages.Jobs;

/// <summary>Two burn-ins side by side, the earlier one first; or none, and why.</summary>
public sealed record CompareModel(IReadOnlyList<ComparedRun> Runs, string Problem = "");
