using System.Reflection;
using Burnin.Grains.Interfaces;
using Burnin.WebFront.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront.Pages.Shell;

/// <summary>Reads what every page has around its content. A page without it is better than none: it never fails.</summary>
internal sealed partial class ShellReader(IGrainFactory grains, IOptionsMonitor<WebFrontOptions> options, TimeProvider clock, ILogger<ShellReader> logger)
{
    /// <summary>For a mere list of names nobody waits as long as for the page itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static string Version { get; } = ReadVersion();

    public async Task<ShellModel> ReadAsync(HttpContext http) => Of(http, await NamesAsync());

    /// <summary>Without asking the fleet: for pages that say what has gone wrong.</summary>
    public ShellModel Of(HttpContext http, IReadOnlyList<string> nases) => Of(http, nases, Caller.Of(http));

    private ShellModel Of(HttpContext http, IReadOnlyList<string> nases, Caller caller) => new()
    {
        Caller = caller.Name,
        Role = caller.Role,
        HasSession = caller.HasSession,
        Version = Version,
        Look = Look.Of(http.Request),
        Now = clock.GetUtcNow(),
        Address = http.Request.Path + http.Request.QueryString.ToString(),
        Nases = nases,
        Nas = http.Request.Query["nas"].ToString(),
        WarnCelsius = options.CurrentValue.TemperatureWarnCelsius,
        CriticalCelsius = options.CurrentValue.TemperatureCriticalCelsius,
    };

    private async Task<IReadOnlyList<string>> NamesAsync()
    {
        try
        {
            return await grains.Fleet().GetNasNamesAsync().WaitAsync(Patience, clock);
        }
        catch (Exception failure)
        {
            LogNamesUnread(logger, failure);
            return [];
        }
    }

    /// <summary>Without the commit behind the plus sign, which is too long for a badge.</summary>
    private static string ReadVersion() =>
        typeof(ShellReader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
