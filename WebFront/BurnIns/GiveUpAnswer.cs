namespace Burnin.WebFront.BurnIns;

/// <summary>It is over. Proved: by the host, which could after all. If not, Why says what keeps it from that.</summary>
internal sealed record GiveUpAnswer(string State, bool Proved, string? Why = null);
