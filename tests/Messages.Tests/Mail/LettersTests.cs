using Burnin.Domain.Messages;
using Burnin.Messages.Mail;

namespace Burnin.Messages.Tests.Mail;

public sealed class LettersTests
{
    [Fact]
    public void Many_messages_are_one_letter_that_counts_them_and_begins_with_the_bad_news()
    {
        var letter = Letters.Of([SampleMessages.Passed("A"), SampleMessages.Failed("B"), SampleMessages.Passed("C")]);

        Assert.Equal("[Burnin] 1 failed, 2 passed", letter.Subject);
        Assert.All([letter.Text, letter.Html], body => Assert.True(Place(body, "ST4000 B") < Place(body, "ST4000 A") && Place(body, "ST4000 A") < Place(body, "ST4000 C")));
    }

    [Fact]
    public void What_a_drive_calls_itself_is_neither_markup_nor_a_header()
    {
        var letter = Letters.Of([SampleMessages.Failed("<img src=x>\r\nBcc: eve@example.org")]);

        Assert.DoesNotContain("<img", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(letter.Subject, char.IsControl);
    }

    [Fact]
    public void A_long_list_of_reasons_is_cut_and_says_so()
    {
        var letter = Letters.Of([SampleMessages.Failed() with { Reasons = [.. Enumerable.Range(1, 9).Select(number => $"Reason {number}.")] }]);

        Assert.Contains("Reason 5.", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Reason 6.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("and 4 more, on the page of the job", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_says_that_it_is_one() =>
        Assert.Equal("[Burnin] Burnin can reach you here", Letters.Of([Message.TestAt(SampleMessages.At)]).Subject);

    private static int Place(string body, string what) => body.IndexOf(what, StringComparison.Ordinal);
}
