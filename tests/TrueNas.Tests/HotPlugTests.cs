using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Drives;
using Burnin.Rig;

namespace Burnin.TrueNas.Tests;

/// <summary>A drive that is pulled or put in while everything runs.</summary>
public sealed class HotPlugTests
{
    [Fact]
    public async Task A_drive_that_is_pulled_and_put_back_is_told_at_once_and_seen_at_the_next_look()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.TrueNas260);
        var nas = bed.Nas(bed.By(NasKind.JsonRpc));
        var news = 0;
        using var listening = nas.Listen(() => Interlocked.Increment(ref news));
        await nas.ReadInventoryAsync(TrueNasBed.Cancelled);
        await ComesAsync(() => Volatile.Read(ref news) == 1, "word that a look is due, once it is heard from");
        var drive = bed.Drive(DriveCase.Free);

        await bed.MoveAsync($"drives/{drive.Name}/remove");
        await ComesAsync(() => Volatile.Read(ref news) == 2, "word that a drive has gone");
        Assert.DoesNotContain((await nas.ReadInventoryAsync(TrueNasBed.Cancelled)).Drives, facts => facts.Serial == drive.Serial);

        await bed.MoveAsync($"drives/{drive.Name}/insert");
        await ComesAsync(() => Volatile.Read(ref news) == 3, "word that a drive has come");
        Assert.Contains((await nas.ReadInventoryAsync(TrueNasBed.Cancelled)).Drives, facts => facts.Serial == drive.Serial);
    }

    [Fact]
    public async Task After_a_connection_broke_a_look_is_due()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.TrueNas260);
        var nas = bed.Nas(bed.By(NasKind.JsonRpc));
        await nas.ReadInventoryAsync(TrueNasBed.Cancelled);
        var news = 0;
        using var listening = nas.Listen(() => Interlocked.Increment(ref news));

        bed.Server.Disconnect();

        await ComesAsync(
            () =>
            {
                bed.Clock.Advance(TimeSpan.FromSeconds(1));
                return Volatile.Read(ref news) > 0;
            },
            "word that a look is due");
    }

    [Fact]
    public async Task Whoever_left_hears_no_more()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.TrueNas260);
        var nas = bed.Nas(bed.By(NasKind.JsonRpc));
        var (left, stayed) = (0, 0);
        var leaving = nas.Listen(() => Interlocked.Increment(ref left));
        using var staying = nas.Listen(() => Interlocked.Increment(ref stayed));
        await nas.ReadInventoryAsync(TrueNasBed.Cancelled);
        await ComesAsync(() => Volatile.Read(ref stayed) == 1 && Volatile.Read(ref left) == 1, "word to both");

        leaving!.Dispose();
        await bed.MoveAsync($"drives/{bed.Drive(DriveCase.Free).Name}/remove");

        await ComesAsync(() => Volatile.Read(ref stayed) == 2, "word to who stayed");
        Assert.Equal(1, Volatile.Read(ref left));
    }

    [Theory]
    [InlineData(MockNasProfile.TrueNas2510, NasKind.Rest, null)]
    [InlineData(MockNasProfile.TrueNas2510, NasKind.JsonRpc, "jsonrpc")]
    public async Task The_report_says_whether_there_are_news(MockNasProfile profile, NasKind kind, string? by)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);

        var inventory = await bed.Nas(bed.By(kind)).ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.Equal(by, inventory.Capabilities.Single(capability => capability.What == "hot_plug").By);
    }

    private static Task ComesAsync(Func<bool> condition, string what) => Eventually.TrueAsync(condition, what, cancellationToken: TrueNasBed.Cancelled);
}
