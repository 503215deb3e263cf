namespace Burnin.Grains.Messages;

/// <summary>What a webhook is told of.</summary>
public enum WebhookEvents
{
    All,

    /// <summary>What somebody should look at.</summary>
    Trouble,
}
