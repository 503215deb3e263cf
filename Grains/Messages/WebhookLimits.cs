using Burnin.Domain.Messages;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Messages;

/// <summary>What must hold between the settings of a webhook.</summary>
internal sealed class WebhookLimits : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options) =>
        !options.IsOn ? ValidateOptionsResult.Success
        : !Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            ? ValidateOptionsResult.Fail("Url (WEBHOOK_URL) is an address that begins with http:// or https://.")
        : url.UserInfo.Length > 0
            ? ValidateOptionsResult.Fail("Url (WEBHOOK_URL): leave user and password out of it; there is a field for a token.")
        : options.Preset == WebhookPreset.Ntfy && url.Segments[^1].Trim('/').Length == 0
            ? ValidateOptionsResult.Fail("Url (WEBHOOK_URL): of ntfy it ends with the topic, as in https://ntfy.sh/my-drives.")
        : ValidateOptionsResult.Success;
}
