using System.Globalization;

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
        ("LOG_LEVEL", "Logging:LogLevel:Burnin"),
        ("TEMP_CRIT_C", "Burnin:BurnIn:TempCritC"),
        ("TEMP_WARN_C", "Burnin:BurnIn:TempWarnC"),
        ("BAD_BLOCK_THRESHOLD", "Burnin:BurnIn:BadBlockThreshold"),
        ("TRUENAS_BASE_URL", $"{FirstNas}:Url"),
        ("TRUENAS_API_KEY", $"{FirstNas}:ApiKey"),
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
                yield return new(full, flat == "LOG_LEVEL" ? LevelOf(value) : value);
            }
        }

        if (environment["TEMP_CRIT_C"] is { Length: > 0 } critical)
        {
            yield return new("WebFront:TemperatureCriticalCelsius", critical);
        }

        if (environment["TEMP_WARN_C"] is { Length: > 0 } warn)
        {
            yield return new("WebFront:TemperatureWarnCelsius", warn);
        }

        if (environment["STUCK_JOB_HOURS"] is { Length: > 0 } hours)
        {
            yield return new("Burnin:BurnIn:StuckAfter", HoursOf("STUCK_JOB_HOURS", hours));
            yield return new("Burnin:BurnIn:SelfTestStuckAfter", HoursOf("STUCK_JOB_HOURS", hours));
        }

        if (environment["ALLOWED_IPS"] is { Length: > 0 })
        {
            throw new ConfigurationException("ALLOWED_IPS is not in this version. Leave it out, keep Burnin on this machine, and let a proxy decide who comes in.");
        }

        if (isNasDefined && environment["TRUENAS_VERIFY_TLS"] is { Length: > 0 } verify)
        {
            yield return new($"{FirstNas}:Tls", verify.ToUpperInvariant() is "TRUE" or "1" ? "verify" : "ignore");
        }

        foreach (var (flat, full) in new[] { ("POLL_INTERVAL_SECONDS", "PollInterval"), ("STALE_THRESHOLD_SECONDS", "StaleThreshold") })
        {
            if (environment[flat] is { Length: > 0 } seconds)
            {
                yield return new($"Burnin:BurnIn:{full}", SecondsOf(flat, seconds));
            }
        }
    }

    private static string SecondsOf(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture)
            : throw new ConfigurationException($"{name} is \"{text}\"; it must be a number of seconds.");

    private static string HoursOf(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 720
            ? TimeSpan.FromHours(hours).ToString("c", CultureInfo.InvariantCulture)
            : throw new ConfigurationException($"{name} is \"{text}\"; it must be a number of hours, up to 720.");

    /// <summary>The original spoke of levels as Python does.</summary>
    private static string LevelOf(string level) => level.ToUpperInvariant() switch
    {
        "DEBUG" => nameof(LogLevel.Debug),
        "INFO" or "INFORMATION" => nameof(LogLevel.Information),
        "WARN" or "WARNING" => nameof(LogLevel.Warning),
        "ERROR" => nameof(LogLevel.Error),
        "CRITICAL" => nameof(LogLevel.Critical),
        _ => throw new ConfigurationException($"LOG_LEVEL is \"{level}\"; it must be DEBUG, INFO, WARNING, ERROR or CRITICAL."),
    };
}
