using Burnin.Grains.Interfaces;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Nases;

/// <summary>A NAS that is polled so seldom that only its own word can show a change.</summary>
public sealed class NasNewsTests : GrainCluster
{
    private protected override IEnumerable<KeyValuePair<string, string?>> Environment => [new("Burnin:BurnIn:PollInterval", "01:00:00")];

    [Fact]
    public async Task A_drive_of_which_the_nas_tells_is_seen_long_before_the_next_poll()
    {
        await AddNasAsync(2, "S1");
        await EventuallyAsync("the first poll", () => Task.FromResult(Nas.Looks == 2));
        Nas.Add("S2", "sdx");

        Nas.Changed!();

        await EventuallyAsync("the new drive", async () => (await Grains.Feed(NasName).GetPictureAsync()).Drives.Length == 2);
    }

    [Fact]
    public async Task Many_changes_in_a_moment_are_one_look()
    {
        await AddNasAsync(2, "S1");
        await EventuallyAsync("the first poll", () => Task.FromResult(Nas.Looks == 2));

        for (var change = 0; change < 20; change++)
        {
            Nas.Changed!();
        }

        // Answered only when all that was told before it was heard.
        await Grains.Nas(NasName).EnsurePollingAsync();
        await EventuallyAsync("a look", () => Task.FromResult(Nas.Looks == 3));
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Grains.Nas(NasName).EnsurePollingAsync();
        Assert.Equal(3, Nas.Looks);
    }
}
