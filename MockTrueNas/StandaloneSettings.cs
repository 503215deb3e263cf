using System.Globalization;

namespace Burnin.MockTrueNas;

/// <summary>
/// The settings of a NAS in its own process: a section <c>Mock</c> (so <c>Mock__SpeedUp</c>), or the short names of
/// its environment (<c>MOCK_SPEED_UP</c>).
/// </summary>
internal static class StandaloneSettings
{
    private const int DefaultPort = 8000;

    public static MockNasOptions Read(IConfiguration configuration)
    {
        var defaults = new MockNasOptions();

        return new MockNasOptions
        {
            Name = Text(configuration, "Name", "MOCK_NAME") ?? defaults.Name,
            ApiKey = Text(configuration, "ApiKey", "MOCK_API_KEY") ?? defaults.ApiKey,
            SpeedUp = Number<double>(configuration, "SpeedUp", "MOCK_SPEED_UP") ?? defaults.SpeedUp,
            Port = Number<int>(configuration, "Port", "MOCK_PORT") ?? DefaultPort,
        };
    }

    /// <summary>Null where <c>ASPNETCORE_URLS</c> or <c>--urls</c> already says where to listen.</summary>
    public static string? ListenUrl(IConfiguration configuration, MockNasOptions options) =>
        string.IsNullOrEmpty(configuration[WebHostDefaults.ServerUrlsKey])
            ? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}")
            : null;

    /// <summary>What is no number stops the start, and the message names the setting.</summary>
    private static T? Number<T>(IConfiguration configuration, string key, string variable)
        where T : struct =>
        configuration.GetValue<T?>($"Mock:{key}") ?? configuration.GetValue<T?>(variable);

    private static string? Text(IConfiguration configuration, string key, string variable)
    {
        var text = configuration[$"Mock:{key}"] ?? configuration[variable];

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
