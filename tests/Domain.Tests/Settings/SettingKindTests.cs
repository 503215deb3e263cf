using Burnin.Domain.Settings;
using Xunit;

namespace Burnin.Domain.Tests.Settings;

public sealed class SettingKindTests
{
    private static readonly SettingKind Seconds = new SettingKind.Span(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "seconds");
    private static readonly SettingKind Hours = new SettingKind.Span(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromDays(30), "hours");
    private static readonly SettingKind Degrees = new SettingKind.Whole(20, 99, "°C");
    private static readonly SettingKind Level = new SettingKind.Choice([new("info", "info", "Information"), new("warning", "warning", "Warning")]);

    [Theory]
    [InlineData("12", "00:00:12", "12")]
    [InlineData(" 0012.5 ", "00:00:12.5000000", "12.5")]
    [InlineData("3600", "01:00:00", "3600")]
    public void A_time_is_written_as_a_number_and_kept_as_a_span(string text, string configured, string shown)
    {
        Assert.Equal(new SettingReading(configured, null), Seconds.Read(text));
        Assert.Equal(shown, Seconds.Show(configured));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3601")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("often")]
    [InlineData("")]
    [InlineData("99999999999999999999999999999")]
    public void A_time_out_of_range_says_its_range_in_its_unit(string text) => Assert.Equal("1 to 3600 seconds.", Seconds.Read(text).Problem);

    [Fact]
    public void Hours_may_have_fractions() => Assert.Equal("01:30:00", Hours.Read("1.5").Configured);

    [Theory]
    [InlineData("46", "46", null)]
    [InlineData("+46", "46", null)]
    [InlineData("46.5", null, "A whole number from 20 to 99 °C.")]
    [InlineData("19", null, "A whole number from 20 to 99 °C.")]
    [InlineData("100000000000", null, "A whole number from 20 to 99 °C.")]
    public void A_number_is_whole_and_in_its_range(string text, string? configured, string? problem) =>
        Assert.Equal(new SettingReading(configured, problem), Degrees.Read(text));

    [Theory]
    [InlineData("INFO", "Information")]
    [InlineData("Information", "Information")]
    [InlineData("warning", "Warning")]
    public void A_choice_is_read_by_both_of_its_names(string text, string configured)
    {
        Assert.Equal(configured, Level.Read(text).Configured);
        Assert.Equal("info", Level.Show("Information"));
        Assert.Equal("One of info, warning.", Level.Read("loud").Problem);
    }

    [Theory]
    [InlineData("True", "true")]
    [InlineData("0", "false")]
    [InlineData("on", "true")]
    [InlineData("perhaps", null)]
    public void A_switch_is_read_as_people_write_it(string text, string? configured) =>
        Assert.Equal(configured, new SettingKind.Switch().Read(text).Configured);

    [Fact]
    public void A_text_is_one_line_of_bounded_length()
    {
        var text = new SettingKind.Text(5);

        Assert.Equal("short", text.Read(" short ").Configured);
        Assert.Equal("At most 5 characters.", text.Read("longer").Problem);
        Assert.NotNull(text.Read("a\nb").Problem);
        Assert.Equal(" p w ", new SettingKind.Secret(5).Read(" p w ").Configured);
    }
}
