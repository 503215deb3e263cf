using System.Globalization;

namespace Burnin.Silo.Configuration;

internal static class BurninConfiguration
{
    private const string DemoSwitch = "--demo";
    private const int DefaultPort = 8080;
    private const double DefaultSpeedUp = 60;

    /// <summary>Reads what everything else depends on, and names what is wrong instead of starting half.</summary>
    /// <exception cref="ConfigurationException">A value cannot be used.</exception>
    public static BurninProfile AddBurninConfiguration(this WebApplicationBuilder builder, string[] args)
    {
        // The flat names are the weaker ones: whoever sets both means the full name.
        builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
        {
            InitialData = FlatSettings.Read(builder.Configuration),
        });

        var isDemo = args.Contains(DemoSwitch);
        var directory = builder.Configuration["Burnin:DataDirectory"] ?? (isDemo ? "data/demo" : "data");
        var profile = new BurninProfile(isDemo, Path.GetFullPath(directory), SpeedUp(builder.Configuration));

        // Without sign-in the service answers this machine only, unless it is told otherwise; the demo always does.
        var host = isDemo ? "127.0.0.1" : builder.Configuration["Burnin:Host"] ?? "127.0.0.1";
        builder.WebHost.UseUrls($"http://{host}:{Port(builder.Configuration)}");
        if (host is "127.0.0.1" or "localhost" or "[::1]" && builder.Configuration["AllowedHosts"] is null)
        {
            // A page elsewhere may give its own name this machine's address: such a name is not answered.
            builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        }

        return profile;
    }

    private static int Port(IConfiguration configuration) =>
        configuration["Burnin:Port"] is not { } text ? DefaultPort
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port
        : throw new ConfigurationException($"APP_PORT (Burnin:Port) is \"{text}\"; it must be 1 to 65535.");

    private static double SpeedUp(IConfiguration configuration) =>
        configuration["Burnin:Demo:SpeedUp"] is not { } text ? DefaultSpeedUp
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speedUp) && speedUp is >= 1 and <= 10_000 ? speedUp
        : throw new ConfigurationException($"Burnin__Demo__SpeedUp is \"{text}\"; it must be 1 to 10000.");
}
