namespace Burnin.WebFront.BurnIns;

/// <summary>What became of each job that was not over.</summary>
internal sealed record CancelAllAnswer(
    IReadOnlyList<string> Cancelled,
    IReadOnlyList<string> Cancelling,
    IReadOnlyList<string> AlreadyOver,
    IReadOnlyList<CancelFailure> Failed);
