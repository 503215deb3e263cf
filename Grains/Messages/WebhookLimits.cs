using Burnin.Domain.Messages;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Messages;

/// <summary>What must hold between the settings of a webhook.</summary>
internal sealed class WebhookLimits : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options) =>
        options.HeartbeatUrl.Length > 0 && !IsWeb(options.HeartbeatUrl)
            ? ValidateOptionsResult.Fail("HeartbeatUrl is an address that begins with http:// or https://.")
        : !options.IsOn ? ValidateOptionsResult.Success
        : !IsWeb(options.Url)
            ? ValidateOptionsResult.Fail("Url (WEBHOOK_URL) is an address that begins with http:// or https://.")
        : new Uri(options.Url).UserInfo.Length > 0
            ? ValidateOptionsResult.Fail("Url (WEBHOOK_URL): leave user and password out of it; there is a field for a token.")
        : options.Preset == WebhookPreset.Ntfy && new Uri(options.Url).Segments[^1].Trim('/').Length == 0
            ? ValidateOptionsResult.Fail("Url (WEBHOOK_URL): of ntfy it ends with the topic, as in https://ntfy.sh/my-drives.")
        : ValidateOptionsResult.Success;

    private static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");
}
