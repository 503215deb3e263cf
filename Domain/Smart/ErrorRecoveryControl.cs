namespace Burnin.Domain.Smart;

/// <summary>How long the drive tries by itself before it reports an error (SCT ERC), in tenths of a second. 0: switched off, without limit.</summary>
public sealed record ErrorRecoveryControl(int? ReadDeciseconds, int? WriteDeciseconds);
