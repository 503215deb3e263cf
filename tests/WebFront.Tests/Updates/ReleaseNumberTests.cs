using Burnin.WebFront.Updates;

namespace Burnin.WebFront.Tests.Updates;

public sealed class ReleaseNumberTests
{
    [Theory]
    [InlineData("1.0.0", "v1.0.1")]
    [InlineData("1.9.0", "1.10.0")]
    [InlineData("1.0", "2.0")]
    [InlineData("1.0.0-7", "1.0.0-10")]
    [InlineData("1.0.0-rc.1", "1.0.0")]
    [InlineData("1.0.0+abc", "1.0.1+abc")]
    public void The_second_is_newer(string one, string other)
    {
        Assert.True(IsNewer(other, one));
        Assert.False(IsNewer(one, other));
    }

    [Theory]
    [InlineData("v1.2.3", "1.2.3+commit")]
    [InlineData("1.2", "1.2.0")]
    public void They_are_of_the_same_age(string one, string other) => Assert.False(IsNewer(one, other) || IsNewer(other, one));

    [Theory]
    [InlineData("")]
    [InlineData("nightly")]
    [InlineData("1")]
    [InlineData("99999999999.0.0")]
    [InlineData("1.2.3 and more")]
    public void What_is_no_version_is_none(string text) => Assert.Null(ReleaseNumber.TryParse(text));

    private static bool IsNewer(string one, string other) => ReleaseNumber.TryParse(one)!.Value.IsNewerThan(ReleaseNumber.TryParse(other)!.Value);
}
