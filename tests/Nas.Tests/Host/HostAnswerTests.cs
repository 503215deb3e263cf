using Burnin.Domain.Drives;
using Burnin.Domain.Nases;
using Burnin.Nas.Host;
using Burnin.Nas.Shell;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class HostAnswerTests
{
    [Fact]
    public void A_torn_answer_is_no_answer()
    {
        var failure = Assert.Throws<NasException>(() => Read("seen run alive 1 0\n", end: false));

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
    }

    [Fact]
    public void What_the_host_could_not_do_arrives_in_its_own_words() =>
        Assert.Equal("No space left.", Assert.Throws<NasException>(() => Read("failed No%20space%20left.")).Message);

    [Fact]
    public void A_hostile_model_stays_one_word()
    {
        var drive = Assert.Single(HostDisks.Read(Read("disk sda S1 - a%0adisk%20sdb%20%25 4096 hdd 31\nfact sda mounted %2d")));

        Assert.Equal("a\ndisk sdb %", drive.Model);
        Assert.Equal(31, drive.TemperatureCelsius);
        Assert.Equal([new InUseFact("mounted", "-")], drive.InUse);
    }

    [Fact]
    public void Two_disks_of_one_serial_are_both_in_use()
    {
        var drives = HostDisks.Read(Read("disk sda S1 - m 4096 hdd -\ndisk sdb S1 - m 4096 hdd -\ndisk sdc - - m 4096 hdd -\ndisk sdd - - m 4096 hdd -"));

        Assert.Equal(["duplicate_serial", "duplicate_serial"], drives.SelectMany(drive => drive.InUse).Select(fact => fact.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("disk")]
    [InlineData("disk sda %zz %4 - x y z\nfact\nfact sda\nhost\ntool\ntool\nsmart x\nseg 1 2 3\nnow -")]
    public void No_text_makes_the_readers_fail(string text)
    {
        var answer = Read(text);

        Assert.NotNull(HostInventory.Read(answer, null));
        Assert.NotNull(HostSmart.Read(answer, DateTimeOffset.UnixEpoch));
        Assert.NotNull(SelfTestJudge.Of(answer, SelfTestKind.Short));
    }

    [Theory]
    [InlineData("setsid stat blkid badblocks perl", null, "the host has no flock")]
    [InlineData("flock setsid stat blkid perl", null, "the host has no fio, no badblocks")]
    [InlineData("flock setsid stat blkid fio", null, "the host has no perl, no python3, no e2fsck")]
    [InlineData("flock setsid stat blkid fio badblocks e2fsck", "fio", null)]
    [InlineData("flock setsid stat blkid badblocks python3", "badblocks", "cannot see a drive that claims more capacity than it has")]
    public void A_missing_tool_is_named_in_what_the_host_can_do(string tools, string? by, string? note)
    {
        var lines = string.Concat(tools.Split(' ').Select(tool => $"\ntool {tool} -"));
        var capabilities = HostInventory.Read(Read($"host Debian 0 Linux{lines}"), null).Capabilities;

        Assert.Equal(new Capability("surface_validate", by, note), capabilities.Single(capability => capability.What == "surface_validate"));
        Assert.Equal(new Capability("smart", null, "the host has no smartctl"), capabilities.Single(capability => capability.What == "smart"));
    }

    internal static HostAnswer Read(string text, bool end = true) => HostAnswer.Read(new ShellAnswer(0, end ? text + "\nend\n" : text, ""));
}
