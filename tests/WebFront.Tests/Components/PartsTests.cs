using Bunit;
using Burnin.WebFront.Pages.Parts;
using Burnin.WebFront.Pages.Shell;

namespace Burnin.WebFront.Tests.Components;

public sealed class PartsTests : BunitContext
{
    [Fact]
    public void A_status_is_always_icon_word_and_tone() => Render<StatusBadge>(of => of.Add(badge => badge.Icon, "cross").Add(badge => badge.Word, "Failed").Add(badge => badge.Tone, "bad"))
        .MarkupMatches("""<span class="badge badge--bad"><svg class="ico" aria-hidden="true"><use href="/img/icons.svg#cross"></use></svg><span>Failed</span></span>""");

    [Theory]
    [InlineData("passed", "pass", "check", "Passed")]
    [InlineData("passed", "pass_with_notes", "notes", "Passed, notes")]
    [InlineData("inconclusive", "inconclusive", "question", "Inconclusive")]
    [InlineData("cancelled", null, "stop", "Cancelled")]
    [InlineData("something new", null, "question", "something new")]
    public void A_state_that_is_not_known_is_shown_by_its_own_word(string state, string? verdict, string icon, string word)
    {
        var mark = Mark.OfJob(state, verdict);

        Assert.Equal((icon, word), (mark.Icon, mark.Word));
    }

    [Theory]
    [InlineData("pass", "Pass")]
    [InlineData("pass_with_notes", "Pass, notes")]
    [InlineData("inconclusive", "Inconclusive")]
    [InlineData("fail", "Fail")]
    public void A_verdict_marks_one_of_four(string verdict, string word)
    {
        var scale = Render<VerdictScale>(of => of.Add(each => each.Verdict, verdict));

        Assert.Equal(4, scale.FindAll("li").Count);
        Assert.Equal(word, scale.Find("[aria-current]").TextContent);
    }

    [Fact]
    public void A_verdict_that_is_not_yet_given_marks_none_and_shows_the_state()
    {
        var block = Render<VerdictBlock>(of => of.Add(each => each.Verdict, null).Add(each => each.State, "running").Add(each => each.Reasons, []));

        Assert.Empty(block.FindAll("[aria-current]"));
        Assert.Equal("Running", block.Find(".verdict__word").TextContent);
    }

    [Fact]
    public void A_reason_says_its_severity_in_words_where_it_comes_from_and_what_next()
    {
        var list = Render<ReasonList>(of => of.Add(each => each.Reasons, [new ReasonLine("fail", "8 bad blocks.", "surface: bad_blocks", "Surface", "Return it.", "0 → 8, limit 0")]));

        Assert.Equal("fail: ", list.Find(".vh").TextContent);
        Assert.Equal(("Surface", "Return it.", "surface: bad_blocks"), (list.Find(".reasons__where").TextContent, list.Find(".reasons__next").TextContent, list.Find(".rule").FirstChild!.TextContent));
        Assert.Equal("0 → 8, limit 0", list.Find(".rule__numbers").TextContent);
    }

    [Fact]
    public void A_stage_that_was_not_run_says_so_in_place_of_a_moment()
    {
        var list = Render<StageList>(of => of.Add(each => each.Stages, [new StageLine("skipped", "Surface", null, "")]));

        Assert.Equal("not run", list.Find(".timeline__when").TextContent.Trim());
        Assert.Empty(list.FindAll("small"));
    }

    [Fact]
    public void A_moment_is_said_in_UTC_so_that_it_stays_true_without_scripts()
    {
        var time = Render<TimeStamp>(of => of.Add(each => each.At, new DateTimeOffset(2026, 11, 23, 14, 5, 9, TimeSpan.FromHours(2))).Add(each => each.As, "ago"));

        time.MarkupMatches("""<time datetime="2026-11-23T12:05:09Z" data-as="ago">23 Nov 2026 12:05 UTC</time>""");
    }

    [Theory]
    [InlineData(16_000_900_661_248, "decimal", "16TB")]
    [InlineData(16_000_900_661_248, "binary", "14.6TiB")]
    [InlineData(999_700_000_000, "decimal", "1TB")]
    [InlineData(500_107_862_016, "decimal", "500GB")]
    [InlineData(512, "decimal", "512B")]
    [InlineData(0, "binary", "0B")]
    public void A_size_is_written_in_the_chosen_unit(long bytes, string sizes, string expected)
    {
        var written = Render<Bytes>(of => of.Add(each => each.Value, bytes).AddCascadingValue(Look.Parse($"sizes={sizes}")));

        Assert.Equal(expected, written.Find("data").TextContent);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(12.5, 15.2, 0)]
    [InlineData(25, 15.2, 15.2)]
    [InlineData(100, 15.2, 15.2)]
    public void A_pass_is_a_write_half_and_then_a_verify_half(double percent, double write, double verify)
    {
        var meter = Render<PassMeter>(of => of.Add(each => each.Percent, percent).Add(each => each.Passes, 4));

        Assert.Equal(8, meter.FindAll(".track").Count);
        Assert.Equal((write, verify), (Width(meter.Find("rect.write")), Width(meter.Find("rect.verify"))));

        static double Width(AngleSharp.Dom.IElement bar) => Math.Round(double.Parse(bar.GetAttribute("width")!, System.Globalization.CultureInfo.InvariantCulture), 1);
    }

    [Fact]
    public void What_an_address_carries_that_no_field_asks_for_stays_in_the_form()
    {
        var form = Render<FilterForm>(of => of
            .Add(each => each.Query, new PageQuery("/history?q=a&sort=-size&before=X&state=failed"))
            .Add(each => each.Label, "filter")
            .Add(each => each.Kept, ["sort", "state"])
            .AddChildContent("<i></i>"));

        Assert.Equal([("sort", "-size"), ("state", "failed")], form.FindAll("input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)));
    }
}
