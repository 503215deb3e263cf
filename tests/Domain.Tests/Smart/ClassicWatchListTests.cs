using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Tests.Jobs;
using Xunit;

namespace Burnin.Domain.Tests.Smart;

public sealed class ClassicWatchListTests
{
    [Theory]
    [InlineData(5, "reallocated_sectors", Severity.Fail)]
    [InlineData(10, "spin_retries", Severity.Note)]
    [InlineData(188, "command_timeouts", Severity.Note)]
    [InlineData(197, "pending_sectors", Severity.Fail)]
    [InlineData(198, "uncorrectable_sectors", Severity.Fail)]
    [InlineData(199, "crc_errors", Severity.Note)]
    public void A_watched_count_above_zero_speaks_and_zero_does_not(int id, string code, Severity severity)
    {
        var reason = Assert.Single(ClassicWatchList.Judge(null, With(id, 1)));

        Assert.Equal((code, severity, ClassicWatchList.Rule), (reason.Code, reason.Severity, reason.Rule));
        Assert.Empty(ClassicWatchList.Judge(With(id, 1), With(id, 0)));
    }

    [Fact]
    public void Nothing_else_is_watched() =>
        Assert.Equal(6, Enumerable.Range(0, 256).Count(id => ClassicWatchList.Judge(null, With(id, 1)).Any()));

    [Theory]
    [InlineData(null, "Pending sectors: 3.")]
    [InlineData(3L, "Pending sectors: 3, the same as before the test.")]
    [InlineData(1L, "Pending sectors: 3, up from 1 before the test.")]
    [InlineData(0L, "Pending sectors: 3, up from 0 before the test.")]
    [InlineData(5L, "Pending sectors: 3, down from 5 before the test.")]
    public void What_changed_during_the_test_is_said_as_such(long? before, string text) => Assert.Equal(
        text,
        Assert.Single(ClassicWatchList.Judge(before is { } raw ? With(197, raw) : Sample.Smart, With(197, 3))).Text);

    [Fact]
    public void A_drive_without_an_attribute_table_says_nothing() => Assert.Empty(ClassicWatchList.Judge(With(5, 1), Sample.Smart));

    private static SmartSnapshot With(int id, long raw) => Sample.Smart with { Attributes = [Sample.Attribute(id, raw)] };
}
