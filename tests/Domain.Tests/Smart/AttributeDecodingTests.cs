using Burnin.Domain.Smart;
using Xunit;

namespace Burnin.Domain.Tests.Smart;

public sealed class AttributeDecodingTests
{
    private const string Seagate = "Seagate: errors in the upper 16 bits, operations in the lower 32";

    [Theory]
    [InlineData(5, "Reallocated_Sector_Ct", "0", false, 0L, null)]
    [InlineData(5, "Reallocated_Sector_Ct", "7 (0 1)", false, 65543L, "low word plus (hi mid) words")]
    [InlineData(5, "Reallocated_Sector_Ct", "0 (0 1)", false, 65536L, "low word plus (hi mid) words")]
    [InlineData(196, "Reallocated_Event_Count", "2111 (12437 0)", false, 53416508262463L, "low word plus (hi mid) words")]
    [InlineData(9, "Power_On_Hours", "8046 (17 90 0)", true, 8046L, "extra bytes ignored")]
    [InlineData(9, "Power_On_Hours", "1234h+15m", false, 1234L, null)]
    [InlineData(9, "Power_On_Hours", "894h+40m+00.000s", false, 894L, null)]
    [InlineData(9, "Power_On_Hours", "19078244736878", false, 8046L, "extra bytes ignored")]
    [InlineData(9, "Power_On_Hours", "16777215", false, 16777215L, null)]
    [InlineData(188, "Command_Timeout", "65535", true, 65535L, null)]
    [InlineData(188, "Command_Timeout", "65536", true, 0L, "packed 3x16: low word=count, others=slow commands")]
    [InlineData(188, "Command_Timeout", "8590068845", true, 3181L, "packed 3x16: low word=count, others=slow commands")]
    [InlineData(188, "Command_Timeout", "2 2 3181", true, 3181L, "raw16 triplet, low word is last")]
    [InlineData(188, "Unknown_Attribute", "8590068845", false, 8590068845L, null)]
    [InlineData(1, "Raw_Read_Error_Rate", "47394693828", true, 11L, Seagate)]
    [InlineData(1, "Raw_Read_Error_Rate", "47394693828", false, 47394693828L, null)]
    [InlineData(7, "Seek_Error_Rate", "205135650", true, 0L, Seagate)]
    [InlineData(195, "Hardware_ECC_Recovered", "12834215976973", true, 2988L, Seagate)]
    [InlineData(1, "Raw_Read_Error_Rate", "2/95910010", true, 2L, "errors/operations")]
    [InlineData(234, "Thermal_Throttle", "3/7", false, 3L, null)]
    [InlineData(190, "Airflow_Temperature_Cel", "36 (Min/Max 20/45)", false, 36L, null)]
    [InlineData(194, "Temperature_Celsius", "34 (0 18 0 0 0)", false, 34L, null)]
    [InlineData(194, "Temperature_Celsius", "77309411359", false, 31L, null)]
    [InlineData(194, "Temperature_Celsius", "-5 (Min/Max -7/40)", false, -5L, null)]
    [InlineData(194, "Temperature_Celsius", "30.5", false, 30L, null)]
    [InlineData(240, "Head_Flying_Hours", "8046h+00m+36.650s", true, 8046L, null)]
    [InlineData(240, "Head_Flying_Hours", "41 (143 42 0)", true, 41L, null)]
    [InlineData(22, "Helium_Level", "100", false, 100L, null)]
    [InlineData(3, "Spin_Up_Time", "380 (Average 379)", false, 380L, null)]
    [InlineData(181, "Non4k_Aligned_Access", "307 192 114", false, 307L, null)]
    [InlineData(173, "Unknown_Attribute", "0x0000000000ff", false, 255L, null)]
    [InlineData(200, "Multi_Zone_Error_Rate", "99999999999999999999", false, long.MaxValue, null)]
    [InlineData(5, "Reallocated_Sector_Ct", "-", false, null, null)]
    public void A_raw_value_is_decoded_by_id_and_shape(int id, string name, string raw, bool isSeagateDisk, long? decoded, string? note)
    {
        var row = AttributeDecoding.Decode(new SmartAttribute(id, name, 100, 100, 0, null) { RawText = raw }, isSeagateDisk);

        Assert.Equal((decoded, note), (row.Decoded, row.Note));
    }

    [Fact]
    public void Without_a_text_the_number_is_decoded() =>
        Assert.Equal(3181, AttributeDecoding.Decode(new SmartAttribute(188, "Command_Timeout", 100, 98, 0, 8590068845), isSeagateDisk: true).Decoded);

    [Fact]
    public void An_attribute_without_any_value_counts_nothing_rather_than_zero() =>
        Assert.Null(AttributeDecoding.Decode(new SmartAttribute(197, "Current_Pending_Sector", 100, 100, 0, null), isSeagateDisk: false).Decoded);
}
