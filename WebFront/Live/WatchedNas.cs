namespace Burnin.WebFront.Live;

/// <summary>Where a NAS stands as its deltas begin to arrive.</summary>
public sealed record WatchedNas(string Nas, long Epoch, long Seq);
