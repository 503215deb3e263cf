using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Drives;

namespace Burnin.TrueNas.Tests.Smart;

/// <summary>SMART data without SSH.</summary>
public sealed class SmartDataTests
{
    [Theory, MemberData(nameof(Profiles.WithSmart), MemberType = typeof(Profiles))]
    public async Task The_attributes_of_an_ATA_drive_are_read_and_decoded_by_its_vendor(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);
        var drive = bed.Drive(DriveCase.Aged);

        var smart = (await bed.Nas().ExamineAsync(TrueNasBed.Target(drive), TrueNasBed.Cancelled)).Smart;

        Assert.Null(smart.Unavailable);
        Assert.Equal(43_817, smart.PowerOnHours);
        Assert.Contains(smart.Report!.Attributes, attribute => attribute.Id == 5);
        Assert.Equal(drive.Celsius, smart.TemperatureCelsius);
        Assert.Contains("disk.smart_attributes", smart.Raw, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Profiles.WithSmart), MemberType = typeof(Profiles))]
    public async Task Of_a_SAS_drive_it_is_said_that_nothing_is_told(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);
        var drive = bed.Server.Drives.First(drive => drive is { Case: DriveCase.Free, Protocol: DriveProtocol.Sas });

        var examination = await bed.Nas().ExamineAsync(TrueNasBed.Target(drive), TrueNasBed.Cancelled);

        Assert.Equal(drive.Name, examination.Facts!.DeviceName);
        Assert.Contains("SSH reads all", examination.Smart.Unavailable, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_25_10_on_SSH_is_asked_for()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.TrueNas2510);

        var examination = await bed.Nas().ExamineAsync(TrueNasBed.Target(bed.Drive(DriveCase.Free)), TrueNasBed.Cancelled);

        Assert.Contains("SMART left the API with 25.10", examination.Smart.Unavailable, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, "rest", "cannot be ended")]
    [InlineData(MockNasProfile.Scale2410, "rest", null)]
    [InlineData(MockNasProfile.TrueNas2504, "rest", "does not show of every drive")]
    [InlineData(MockNasProfile.TrueNas2510, null, "SMART left the API")]
    public async Task What_can_be_tested_without_SSH_is_told_with_what_it_lacks(MockNasProfile profile, string? by, string? note)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);

        var capabilities = (await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled)).Capabilities;

        Assert.All(["short_smart", "long_smart"], what => Assert.True(capabilities.Single(capability => capability.What == what) is var test && test.By == by && (note is null ? test.Note is null : test.Note?.Contains(note, StringComparison.Ordinal) == true), $"{what}: {capabilities.Single(capability => capability.What == what)}"));
        Assert.Null(capabilities.Single(capability => capability.What == "surface_validate").By);
    }
}
