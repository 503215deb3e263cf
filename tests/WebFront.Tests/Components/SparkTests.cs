using Bunit;
using Burnin.WebFront.Pages.Parts;

namespace Burnin.WebFront.Tests.Components;

public sealed class SparkTests : BunitContext
{
    [Fact]
    public void A_count_that_grew_ends_at_the_top_and_says_so_in_words()
    {
        var spark = Render<Spark>(of => of.Add(each => each.Values, [0, 0, 8]).Add(each => each.Tone, "bad").Add(each => each.Label, "Pending"));

        Assert.Equal("M1 12L28 12L55 2", spark.Find("path").GetAttribute("d"));
        Assert.Equal("Pending: 0 to 8 in 3 readings", spark.Find("svg").GetAttribute("aria-label"));
        Assert.Contains("bad", spark.Find("svg").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void What_never_changed_is_a_line_at_the_foot() => Assert.Equal(
        "M1 12L55 12", Render<Spark>(of => of.Add(each => each.Values, [7, 7]).Add(each => each.Label, "")).Find("path").GetAttribute("d"));

    [Fact]
    public void One_reading_alone_makes_no_line() => Assert.Empty(Render<Spark>(of => of.Add(each => each.Values, [7]).Add(each => each.Label, "")).FindAll("svg"));
}
