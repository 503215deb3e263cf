namespace Burnin.Domain.Messages;

/// <summary>Where a webhook goes. Never printed as a whole: it holds secrets, and the address may be one.</summary>
public sealed class WebhookTarget
{
    public required Uri Url { get; init; }

    public WebhookPreset Preset { get; init; }

    /// <summary>What the body is signed with; empty where it is not.</summary>
    public string Secret { get; init; } = "";

    /// <summary>Sent as <c>Authorization: Bearer</c>; empty where nothing is.</summary>
    public string Token { get; init; } = "";

    public bool VerifiesTls { get; init; } = true;
}
