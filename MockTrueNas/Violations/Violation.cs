namespace Burnin.MockTrueNas.Violations;

/// <summary>A forbidden thing that a client did.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">Which.</param>
/// <param name="Detail">In words, with the call.</param>
public sealed record Violation(DateTimeOffset At, ViolationKind Kind, string Detail);
