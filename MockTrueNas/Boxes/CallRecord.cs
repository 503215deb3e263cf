namespace Burnin.MockTrueNas.Boxes;

/// <summary>One call that a client made.</summary>
/// <param name="At">When.</param>
/// <param name="Transport">rest, ddp or jsonrpc.</param>
/// <param name="Method">The product's name of the method.</param>
/// <param name="Arguments">As JSON.</param>
/// <param name="Outcome">ok, job, or the error in a word.</param>
public sealed record CallRecord(DateTimeOffset At, string Transport, string Method, string Arguments, string Outcome);
