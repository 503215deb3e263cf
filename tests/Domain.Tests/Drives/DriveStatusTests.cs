using Burnin.Domain.Drives;
using Xunit;

namespace Burnin.Domain.Tests.Drives;

public sealed class DriveStatusTests
{
    [Theory]
    [InlineData(true, false, null, null, "idle")]
    [InlineData(true, true, null, null, "in_use")]
    [InlineData(false, false, null, null, "missing")]
    [InlineData(false, true, "passed", "pass", "missing")]
    [InlineData(true, true, "passed", "pass", "in_use")]
    [InlineData(true, false, "passed", "pass", "passed")]
    [InlineData(true, false, "passed", "pass_with_notes", "passed_notes")]
    [InlineData(true, false, "failed", "fail", "failed")]
    [InlineData(true, false, "inconclusive", "inconclusive", "inconclusive")]
    [InlineData(true, false, "cancelled", null, "cancelled")]
    [InlineData(true, false, "queued", null, "queued")]
    [InlineData(true, false, "running", null, "running")]
    [InlineData(true, false, "paused", null, "paused")]
    public void One_word_says_what_a_drive_is_about(bool isPresent, bool isInUse, string? jobState, string? verdict, string word) =>
        Assert.Equal(word, DriveStatus.Of(isPresent, isInUse, jobState, verdict));

    [Theory]
    [InlineData("queued")]
    [InlineData("running")]
    [InlineData("paused")]
    public void A_job_that_goes_on_is_shown_whatever_becomes_of_the_drive(string state)
    {
        Assert.Equal(state, DriveStatus.Of(false, false, state, null));
        Assert.Equal(state, DriveStatus.Of(true, true, state, null));
    }
}
