namespace Burnin.WebFront.Live;

/// <summary>Reason: <c>first, new_epoch, gap</c> of what this process heard, or <c>slow</c>: this one viewer did not keep up.</summary>
public sealed record ResyncNotice(string Nas, string Reason)
{
    internal const string Slow = "slow";
}
