namespace Burnin.WebFront.Live;

/// <summary>Reason: <c>new_epoch</c>, or <c>gap</c>.</summary>
public sealed record ResyncNotice(string Nas, string Reason);
