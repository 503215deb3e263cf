using Burnin.Domain.Smart;
using Burnin.Nas.Host;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class SmartctlJsonTests
{
    private const string Ata = """
        {"smartctl":{"version":[7,3],"exit_status":0},"smart_status":{"passed":true},"temperature":{"current":34},"power_on_time":{"hours":1234,"minutes":5},
        "ata_smart_attributes":{"table":[{"id":5,"name":"Reallocated_Sector_Ct","value":100,"worst":99,"thresh":10,"raw":{"value":7,"string":"7"}},{"id":"odd"},null]}}
        """;

    [Fact]
    public void An_ATA_drive_gives_health_temperature_hours_and_table()
    {
        var smart = SmartctlJson.Read(Ata, 0, DateTimeOffset.UnixEpoch);

        Assert.Equal((true, 34, 1234L, null), (smart.Passed, smart.TemperatureCelsius, smart.PowerOnHours, smart.Unavailable));
        Assert.Equal([new SmartAttribute(5, "Reallocated_Sector_Ct", 100, 99, 10, 7)], smart.Attributes);
        Assert.Equal(Ata, smart.Raw);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"smart_status":7,"temperature":{"current":"hot"},"power_on_time":null,"ata_smart_attributes":{"table":{}}}""")]
    [InlineData("""{"temperature":{"current":1e99},"power_on_time":{"hours":99999999999999999999999}}""")]
    public void Odd_JSON_gives_nulls(string text)
    {
        var smart = SmartctlJson.Read(text, 0, DateTimeOffset.UnixEpoch);

        Assert.Equal((null, null, null, 0), (smart.Passed, smart.TemperatureCelsius, smart.PowerOnHours, smart.Attributes.Length));
    }

    [Theory]
    [InlineData("Smartctl: Exception: Assertion failed", 1, "smartctl gave no JSON but: Smartctl: Exception: Assertion failed")]
    [InlineData("""{"smartctl":{"messages":[{"string":"Device is in STANDBY mode, exit(2)"}]}}""", 2, "smartctl could not ask the drive: Device is in STANDBY mode, exit(2)")]
    public void A_call_that_failed_gives_its_reason(string text, int exit, string reason) =>
        Assert.Equal(reason, SmartctlJson.Read(text, exit, DateTimeOffset.UnixEpoch).Unavailable);

    [Fact]
    public void Bits_of_the_exit_status_that_speak_of_the_drive_do_not_hide_its_data() =>
        Assert.True(SmartctlJson.Read(Ata, 64 | 4, DateTimeOffset.UnixEpoch).Passed);
}
