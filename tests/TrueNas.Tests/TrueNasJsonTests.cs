using System.Text.Json;
using Burnin.Nas.TrueNas;

namespace Burnin.TrueNas.Tests;

public sealed class TrueNasJsonTests
{
    [Theory]
    [InlineData("""{"size":16000900661248}""", 16000900661248L)]
    [InlineData("""{"size":16000900661248.0}""", 16000900661248L)]
    [InlineData("""{"size":"16000900661248"}""", 16000900661248L)]
    [InlineData("""{"size":"unknown"}""", null)]
    [InlineData("""{"size":""}""", null)]
    [InlineData("""{"size":null}""", null)]
    [InlineData("""{"size":1e300}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("""[1]""", null)]
    public void U11_a_number_is_read_in_whatever_form_it_comes(string row, long? size) => Assert.Equal(size, Of(row).Whole("size"));

    [Fact]
    public void P5_a_moment_is_an_object_of_milliseconds() =>
        Assert.Equal(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), Of("""{"at":{"$date":1735689600000}}""").Moment("at"));

    [Theory]
    [InlineData("""{"at":"yesterday"}""")]
    [InlineData("""{"at":{"$date":1e18}}""")]
    [InlineData("""{"at":null}""")]
    public void What_is_no_moment_is_none(string row) => Assert.Null(Of(row).Moment("at"));

    private static JsonElement Of(string json) => JsonElement.Parse(json);
}
