using System.ComponentModel.DataAnnotations;
using Burnin.Domain.Messages;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Messages;

/// <summary>A webhook: off while there is no address.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Burnin:Webhook";

    /// <summary>Often a secret by itself, and treated as one.</summary>
    [StringLength(2000)]
    public string Url { get; init; } = "";

    public WebhookPreset Preset { get; init; }

    public WebhookEvents Events { get; init; }

    [StringLength(500)]
    public string Secret { get; init; } = "";

    [StringLength(2000)]
    public string Token { get; init; } = "";

    /// <summary>The server must prove who it is.</summary>
    public bool VerifyTls { get; init; } = true;

    /// <summary>Called every minute while we run; a secret like the other.</summary>
    [StringLength(2000)]
    public string HeartbeatUrl { get; init; } = "";

    public bool IsOn => Url.Length > 0;

    internal WebhookTarget ToTarget() => new() { Url = new Uri(Url), Preset = Preset, Secret = Secret, Token = Token, VerifiesTls = VerifyTls };
}

[OptionsValidator]
public sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;
