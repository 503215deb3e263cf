namespace Burnin.Domain.Messages;

public enum DeliveryOutcome
{
    Delivered,

    /// <summary>Not now: the same may work later.</summary>
    Failed,

    /// <summary>Not this: it will not be taken later either.</summary>
    Refused,
}
