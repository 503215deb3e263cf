using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Faults;

namespace Burnin.TrueNas.Tests.Disks;

public sealed class TemperatureTests
{
    [Theory]
    [MemberData(nameof(Profiles.WithRest), MemberType = typeof(Profiles))]
    public async Task P10_T5_every_disk_that_has_a_sensor_is_measured_whether_or_not_the_nas_watches_it(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);
        var inventory = await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled);

        foreach (var of in new[] { DriveCase.Free, DriveCase.NotMonitored })
        {
            Assert.Equal(bed.Drive(of).Celsius, bed.Of(inventory, of).TemperatureCelsius);
        }

        Assert.Equal("rest", inventory.Capabilities.Single(capability => capability.What == "temperature").By);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithJsonRpc), MemberType = typeof(Profiles))]
    public async Task By_json_rpc_they_are_measured_too(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);

        Assert.Equal(bed.Drive(DriveCase.Free).Celsius, (await bed.FactsOfAsync(bed.Nas(bed.WithUser), DriveCase.Free)).TemperatureCelsius);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithRest), MemberType = typeof(Profiles))]
    public async Task T3_no_temperature_is_not_a_cool_disk(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);

        Assert.Null((await bed.FactsOfAsync(bed.Nas(), DriveCase.Sensorless)).TemperatureCelsius);
    }

    [Theory]
    [InlineData(MockNasProfile.Core130)]
    [InlineData(MockNasProfile.Core133)]
    public async Task T1_what_somebody_else_asked_before_is_not_our_answer(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);
        using var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => Fingerprint(shown) == bed.Server.CertificateSha256 } };
        using var other = new HttpClient(handler) { BaseAddress = bed.Server.SecureUrl };
        other.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bed.Server.ApiKey);
        using var answer = await other.PostAsJsonAsync(
            "api/v2.0/disk/temperatures", new { names = new[] { bed.Drive(DriveCase.Boot).Name }, powermode = "NEVER" }, TrueNasBed.Cancelled);
        answer.EnsureSuccessStatusCode();

        Assert.Equal(bed.Drive(DriveCase.Free).Celsius, (await bed.FactsOfAsync(bed.Nas(), DriveCase.Free)).TemperatureCelsius);
    }

    [Fact]
    public async Task T2_a_fraction_of_a_degree_is_rounded()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.TrueNas2510);

        Assert.Equal(bed.Drive(DriveCase.Free).Celsius, (await bed.FactsOfAsync(bed.Nas(), DriveCase.Free)).TemperatureCelsius);
    }

    [Fact]
    public async Task A_nas_that_tells_no_temperatures_is_seen_all_the_same()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410, new BoxFaults { CrashingMethods = ["disk.temperatures"] });

        var inventory = await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.All(inventory.Drives, drive => Assert.Null(drive.TemperatureCelsius));
        var capability = inventory.Capabilities.Single(capability => capability.What == "temperature");
        Assert.Null(capability.By);
        Assert.Contains("disk.temperatures", capability.Note, StringComparison.Ordinal);
    }

    private static string? Fingerprint(X509Certificate? certificate) => certificate?.GetCertHashString(HashAlgorithmName.SHA256);
}
