using Burnin.Grains.Settings;
using Burnin.WebFront.Access;

namespace Burnin.Silo.Configuration;

/// <summary>The original dashboard's flat setting names, as the settings they are here.</summary>
internal static class FlatSettings
{
    private const string FirstNas = "Burnin:Nas:truenas";

    private static readonly string[] Places = ["TRUENAS_BASE_URL", "TRUENAS_KIND", "SSH_HOST"];

    private static readonly (string Flat, string Full)[] Names =
    [
        ("APP_HOST", "Burnin:Host"),
        ("APP_PORT", "Burnin:Port"),
        ("ALLOWED_IPS", $"{AccessOptions.Section}:{nameof(AccessOptions.AllowedAddresses)}"),
        ("BURNIN_ADMIN_USERNAME", $"{AccessOptions.Section}:{nameof(AccessOptions.AdminUsername)}"),
        ("BURNIN_ADMIN_PASSWORD", $"{AccessOptions.Section}:{nameof(AccessOptions.AdminPassword)}"),
        ("TRUENAS_BASE_URL", $"{FirstNas}:Url"),
        ("TRUENAS_API_KEY", $"{FirstNas}:ApiKey"),
        ("TRUENAS_API_USER", $"{FirstNas}:ApiUser"),
        ("TRUENAS_KIND", $"{FirstNas}:Kind"),
        ("MAX_PARALLEL_BURNINS", $"{FirstNas}:MaxParallel"),
        ("SSH_HOST", $"{FirstNas}:Ssh:Host"),
        ("SSH_PORT", $"{FirstNas}:Ssh:Port"),
        ("SSH_USER", $"{FirstNas}:Ssh:User"),
        ("SSH_PASSWORD", $"{FirstNas}:Ssh:Password"),
        ("SSH_KEY", $"{FirstNas}:Ssh:PrivateKey"),
    ];

    public static IEnumerable<KeyValuePair<string, string?>> Read(IConfiguration environment)
    {
        // Only what says where it is makes a NAS; the rest alone says how one would be treated.
        var isNasDefined = Places.Any(name => environment[name] is { Length: > 0 });
        foreach (var (flat, full) in Names)
        {
            if (environment[flat] is { Length: > 0 } value && (isNasDefined || !full.StartsWith(FirstNas, StringComparison.Ordinal)))
            {
                yield return new(full, value);
            }
        }

        foreach (var setting in SettingCatalog.All.Where(setting => setting.Flat is not null))
        {
            if (environment[setting.Flat!] is { Length: > 0 } text)
            {
                var reading = setting.Kind.Read(text);
                var value = reading.Configured ?? throw new ConfigurationException($"{setting.Flat} is \"{(setting.IsSecret ? "***" : text)}\"; it must be: {reading.Problem}");
                foreach (var key in setting.Keys)
                {
                    yield return new(key, value);
                }
            }
        }

        if (isNasDefined && environment["TRUENAS_VERIFY_TLS"] is { Length: > 0 } verify)
        {
            yield return new($"{FirstNas}:Tls", verify.ToUpperInvariant() is "TRUE" or "1" ? "verify" : "ignore");
        }
    }
}
