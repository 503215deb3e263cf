using Microsoft.Extensions.Options;

namespace Burnin.WebFront.Access;

/// <summary>Who may come, and who vouches for them. Read at the start: a wrong value stops it.</summary>
public sealed class AccessOptions
{
    public const string Section = "Burnin:Access";

    /// <summary>Addresses and networks that are answered, separated by commas: <c>192.168.1.0/24, 10.0.0.7</c>. Empty: all.</summary>
    public string AllowedAddresses { get; set; } = "";

    /// <summary>Reverse proxies, likewise. Only what comes from them may say for whom it comes.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>The header in which a trusted proxy names the user it has signed in, as <c>Remote-User</c>. Empty: none is believed.</summary>
    public string ProxyUserHeader { get; set; } = "";

    /// <summary>The role of a user whom the proxy names and Burnin does not know: <c>viewer</c>, <c>operator</c>, <c>admin</c>. Empty: refused.</summary>
    public string ProxyRole { get; set; } = "";

    /// <summary>Makes this admin at the first start, so that nobody needs the code in the log.</summary>
    public string AdminUsername { get; set; } = "";

    public string AdminPassword { get; set; } = "";
}

internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var problems = new[]
        {
            AddressList.ProblemOf(options.AllowedAddresses) is { } allowed ? $"ALLOWED_IPS ({Key(nameof(options.AllowedAddresses))}): {allowed}" : null,
            AddressList.ProblemOf(options.TrustedProxies) is { } trusted ? $"{Key(nameof(options.TrustedProxies))}: {trusted}" : null,
            options.ProxyRole is { Length: > 0 } role && !AccessRole.All.Contains(role)
                ? $"{Key(nameof(options.ProxyRole))} is \"{role}\"; it must be one of {string.Join(", ", AccessRole.All)}, or left out." : null,
            options.ProxyUserHeader.Length > 0 && options.TrustedProxies.Length == 0
                ? $"{Key(nameof(options.ProxyUserHeader))} without {Key(nameof(options.TrustedProxies))} would believe anybody. Name the proxies." : null,
            options.AdminUsername.Length > 0 != options.AdminPassword.Length > 0
                ? "BURNIN_ADMIN_USERNAME and BURNIN_ADMIN_PASSWORD go together. Set both, or neither." : null,
        }.OfType<string>().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string Key(string name) => $"{AccessOptions.Section}:{name}".Replace(":", "__", StringComparison.Ordinal);
}
