using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Nas.TrueNas.Disks;

namespace Burnin.TrueNas.Tests.Disks;

public sealed class DriveJoinTests
{
    private static readonly InUseFact Pool = new("pool", "sda belongs to the pool tank.");
    private static readonly InUseFact Mounted = new("mounted", "sda1 is mounted.");

    [Fact]
    public void A_drive_is_in_use_by_the_word_of_either()
    {
        Assert.Equal([Pool], Joined([Drive() with { InUse = [Pool] }], [Drive()]).Single().InUse);
        Assert.Equal([Mounted], Joined([Drive()], [Drive() with { InUse = [Mounted] }]).Single().InUse);
        Assert.Equal([Pool, Mounted], Joined([Drive() with { InUse = [Pool] }], [Drive() with { InUse = [Mounted] }]).Single().InUse);
        Assert.Empty(Joined([Drive()], [Drive()]).Single().InUse);
    }

    [Fact]
    public void A_drive_that_only_one_of_them_knows_is_in_use()
    {
        Assert.Equal("unknown", Joined([Drive()], []).Single().InUse.Single().Code);
        Assert.Equal("unknown", Joined([], [Drive()]).Single().InUse.Single().Code);
    }

    [Fact]
    public void A_drive_of_which_they_tell_two_sizes_is_in_use() =>
        Assert.Equal("identity", Joined([Drive() with { SizeBytes = 1 }], [Drive()]).Single().InUse.Single().Code);

    [Fact]
    public void Drives_are_joined_by_their_serial_whatever_their_names_are() =>
        Assert.Equal("nvd0", Joined([Drive() with { DeviceName = "nvme0" }], [Drive() with { DeviceName = "nvd0" }]).Single().DeviceName);

    [Fact]
    public void Of_two_with_one_serial_each_is_joined_with_its_own_name()
    {
        var (one, other) = (Drive() with { InUse = [Pool] }, Drive() with { DeviceName = "sdb" });

        Assert.Equal([[Pool, Mounted], []], Joined([one, other], [other, Drive() with { InUse = [Mounted] }]).Select(drive => drive.InUse.ToArray()));
    }

    [Fact]
    public void Two_drives_without_a_serial_are_not_one() =>
        Assert.Equal(2, Joined([Drive() with { Serial = "" }], [Drive() with { Serial = "", DeviceName = "sdb" }]).Length);

    [Fact]
    public void The_host_knows_the_drive_better_and_the_api_its_bay()
    {
        var joined = Joined([Drive() with { Bay = "0:4", TemperatureCelsius = 31, Wwn = "0x1" }], [Drive() with { Wwn = "0x5000c500d1e2f3a4" }]).Single();

        Assert.Equal(("0:4", 31, "0x5000c500d1e2f3a4"), (joined.Bay, joined.TemperatureCelsius, joined.Wwn));
    }

    private static ImmutableArray<DriveFacts> Joined(ImmutableArray<DriveFacts> api, ImmutableArray<DriveFacts> host) => DriveJoin.Of(api, host);

    private static DriveFacts Drive() => new() { DeviceName = "sda", Serial = "ZL2ABCDE", Model = "ST16000NM001G", SizeBytes = 16_000_900_661_248, InUse = [] };
}
