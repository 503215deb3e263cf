using Microsoft.Extensions.Configuration;

namespace Burnin.MockTrueNas.Tests;

public sealed class StandaloneSettingsTests
{
    [Fact]
    public void Without_settings_it_listens_on_port_8000_at_the_speed_of_the_clock()
    {
        var configuration = Configuration();
        var options = StandaloneSettings.Read(configuration);

        Assert.Equal(new MockNasOptions { Port = 8000 }, options);
        Assert.Equal("http://127.0.0.1:8000", StandaloneSettings.ListenUrl(configuration, options));
    }

    [Theory]
    [InlineData("Mock:SpeedUp")]
    [InlineData("MOCK_SPEED_UP")]
    public void The_speed_up_is_read_from_the_section_and_from_the_short_name(string key) =>
        Assert.Equal(2.5, StandaloneSettings.Read(Configuration((key, "2.5"))).SpeedUp);

    [Fact]
    public void An_empty_setting_is_no_setting() =>
        Assert.Equal(
            new MockNasOptions { Port = 8000 },
            StandaloneSettings.Read(Configuration(("MOCK_SPEED_UP", ""), ("MOCK_PORT", ""), ("MOCK_API_KEY", ""))));

    [Fact]
    public void A_setting_that_is_no_number_is_named_in_the_refusal()
    {
        var refusal = Assert.Throws<InvalidOperationException>(
            () => StandaloneSettings.Read(Configuration(("MOCK_SPEED_UP", "fast"))));

        Assert.Contains("MOCK_SPEED_UP", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hosts_own_urls_win_over_the_port()
    {
        var configuration = Configuration(("urls", "http://0.0.0.0:80"), ("MOCK_PORT", "8001"));

        Assert.Null(StandaloneSettings.ListenUrl(configuration, StandaloneSettings.Read(configuration)));
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)))
            .Build();
}
