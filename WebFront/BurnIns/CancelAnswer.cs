namespace Burnin.WebFront.BurnIns;

/// <summary>State: <c>cancelled</c>, or <c>cancelling</c> while the proof from the host is awaited.</summary>
internal sealed record CancelAnswer(string State, string? Why = null);
