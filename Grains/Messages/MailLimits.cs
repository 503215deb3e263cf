using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Messages;

/// <summary>What must hold between the settings of e-mail.</summary>
internal sealed class MailLimits : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        options.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
            ? ValidateOptionsResult.Fail("TimeZone: this machine knows no time zone of this name. One is Europe/Berlin; left empty, it is the machine's own.")
        : !options.IsOn ? ValidateOptionsResult.Success
        : Uri.CheckHostName(options.Host) == UriHostNameType.Unknown
            ? ValidateOptionsResult.Fail("Host (SMTP_HOST) is the name or the address of a mail server, without a port.")
        : options.Recipients.IsEmpty
            ? ValidateOptionsResult.Fail("To (SMTP_TO): name at least one address that mail goes to.")
        : options.Recipients.FirstOrDefault(address => !IsAddress(address)) is { } wrong
            ? ValidateOptionsResult.Fail($"To (SMTP_TO): \"{wrong}\" is no e-mail address.")
        : !IsAddress(options.Sender)
            ? ValidateOptionsResult.Fail("From (SMTP_FROM): give the e-mail address that mail comes from.")
        : ValidateOptionsResult.Success;

    private static bool IsAddress(string text) => MailAddress.TryCreate(text, out _);
}
