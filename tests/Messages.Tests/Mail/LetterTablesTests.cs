using Burnin.Domain.Messages;
using Burnin.Messages.Mail;

namespace Burnin.Messages.Tests.Mail;

public sealed class LetterTablesTests
{
    private static readonly Message Report = new()
    {
        Id = "report:2026-01-02",
        Event = MessageEvent.DailyReport,
        At = SampleMessages.At,
        Headline = "Report of 2026-01-02: 1 failed",
        Tables =
        [
            new MessageTable { Title = "Ended", Columns = ["drive", "NAS", "why"], Rows = [["ST4000 <b>", "nas1", ""], ["ST4000 ZC2", "nas1", "3 bad blocks."]] },
            new MessageTable { Title = "Not over yet", Columns = ["drive"], Rows = [] },
        ],
    };

    [Fact]
    public void A_report_is_the_same_lists_in_words_and_in_HTML()
    {
        var letter = Letters.Of([Report]);

        Assert.Equal("[Burnin] Report of 2026-01-02: 1 failed", letter.Subject);
        Assert.Contains("  Ended\n  - ST4000 <b> | nas1\n  - ST4000 ZC2 | nas1 | 3 bad blocks.\n\n  Not over yet\n  - none\n", letter.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(6, letter.Html.Split("<td style=\"padding").Length - 1);
        Assert.Contains("ST4000 &lt;b&gt;", letter.Html, StringComparison.Ordinal);
    }
}
