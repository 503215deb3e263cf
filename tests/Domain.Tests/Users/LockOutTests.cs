using Burnin.Domain.Users;
using Xunit;

namespace Burnin.Domain.Tests.Users;

public sealed class LockOutTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Four_wrong_passwords_lock_nobody_and_the_fifth_does_for_a_minute()
    {
        Assert.False(After(4).IsLockedAt(Now));
        Assert.True(After(5).IsLockedAt(Now.AddSeconds(59)));
        Assert.False(After(5).IsLockedAt(Now.AddSeconds(60)));
    }

    [Theory]
    [InlineData(6, 2)]
    [InlineData(8, 8)]
    [InlineData(9, 15)]
    [InlineData(5_000, 15)]
    public void Each_further_one_doubles_the_time_up_to_a_quarter_of_an_hour(int failures, int minutes) =>
        Assert.Equal(Now.AddMinutes(minutes), After(failures).Until);

    private static LockOut After(int failures)
    {
        var lockOut = LockOut.None;
        for (var failure = 0; failure < failures; failure++)
        {
            lockOut = lockOut.AfterFailure(Now);
        }

        return lockOut;
    }
}
