namespace Burnin.MockTrueNas.Original.Fleet;

/// <summary>The models of the original's mock, with the sizes the real drives report.</summary>
internal static class DriveModels
{
    private const long FourTerabytes = 4_000_787_030_016;
    private const long SixTerabytes = 6_001_175_126_016;
    private const long EightTerabytes = 8_001_563_222_016;
    private const long TenTerabytes = 10_000_831_348_736;
    private const long TwelveTerabytes = 12_000_138_625_024;
    private const long SixteenTerabytes = 16_000_900_661_248;

    public static DriveModel Exos12 { get; } = new("ST12000NM0008", TwelveTerabytes, 7200, "ATA", "ZHZ#####");

    public static DriveModel RedWd8 { get; } = new("WD80EFAX", EightTerabytes, 5400, "ATA", "VAG####L");

    public static DriveModel Exos16 { get; } = new("ST16000NM001G", SixteenTerabytes, 7200, "ATA", "ZL2#####");

    public static DriveModel IronWolf4 { get; } = new("ST4000VN008", FourTerabytes, 5980, "ATA", "ZDH#####");

    public static DriveModel Toshiba10 { get; } = new("TOSHIBA MG06ACA10TE", TenTerabytes, 7200, "ATA", "98L0A0##F###");

    public static DriveModel Ultrastar8 { get; } = new("HGST HUS728T8TAL5200", EightTerabytes, 7200, "SCSI", "VAH####L");

    public static DriveModel Barracuda6 { get; } = new("ST6000DM003", SixTerabytes, 5425, "ATA", "WSB#####");

    public static DriveModel Failing { get; } =
        new("FAIL001", FourTerabytes, 7200, "ATA", "FAIL001SN###") { FailsSelfTests = true };
}
