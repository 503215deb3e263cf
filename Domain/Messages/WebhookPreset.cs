namespace Burnin.Domain.Messages;

/// <summary>Whose language a webhook speaks.</summary>
public enum WebhookPreset
{
    /// <summary>Burnin's own: for n8n, Home Assistant, and programs.</summary>
    Json,
    Ntfy,
    Slack,
    Discord,
}
