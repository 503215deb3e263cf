namespace Burnin.MockTrueNas.Drives;

/// <summary>The models on the shelves, with the sizes and times that such drives report.</summary>
internal static class DriveModels
{
    private const string SeagateWwn = "5000c500";
    private const string WesternDigitalWwn = "5000cca2";
    private const string ToshibaWwn = "50000399";

    public static DriveModel Exos16 { get; } = new()
    {
        Name = "ST16000NM001G-2KK103",
        Family = "Seagate Exos X16",
        Firmware = "SN03",
        Bytes = 16_000_900_661_248,
        RotationRate = 7200,
        SerialPattern = "ZL2#####",
        WwnPrefix = SeagateWwn,
        LongTestMinutes = 1430,
        HasConveyanceTest = true,
        CriticalCelsius = 70,
    };

    public static DriveModel IronWolf8 { get; } = new()
    {
        Name = "ST8000VN004-2M2101",
        Family = "Seagate IronWolf",
        Firmware = "SC60",
        Bytes = 8_001_563_222_016,
        RotationRate = 7200,
        SerialPattern = "WSD#####",
        WwnPrefix = SeagateWwn,
        LongTestMinutes = 670,
        HasConveyanceTest = true,
        LogsRunningTest = false,
        CriticalCelsius = 70,
    };

    public static DriveModel Red8 { get; } = new()
    {
        Name = "WDC WD80EFAX-68KNBN0",
        Family = "Western Digital Red",
        Firmware = "81.00A81",
        Attributes = AttributeSet.WesternDigital,
        Bytes = 8_001_563_222_016,
        RotationRate = 5400,
        SerialPattern = "VAG####L",
        WwnPrefix = WesternDigitalWwn,
        ShortTestMinutes = 2,
        LongTestMinutes = 1108,
        ApmLevel = 96,
        CriticalCelsius = 65,
    };

    public static DriveModel Toshiba16 { get; } = new()
    {
        Name = "TOSHIBA MG08ACA16TE",
        Family = "Toshiba MG08ACA... Enterprise Capacity HDD",
        Firmware = "0102",
        Attributes = AttributeSet.Toshiba,
        Bytes = 16_000_900_661_248,
        RotationRate = 7200,
        SerialPattern = "X0#0A0##FVGG",
        WwnPrefix = ToshibaWwn,
        ShortTestMinutes = 2,
        LongTestMinutes = 1412,
        ApmLevel = 254,
        CriticalCelsius = 65,
    };

    public static DriveModel SasExos16 { get; } = new()
    {
        Name = "ST16000NM002G",
        Vendor = "SEAGATE",
        Family = "",
        Firmware = "E003",
        Protocol = DriveProtocol.Sas,
        Bytes = 16_000_900_661_248,
        RotationRate = 7200,
        SerialPattern = "ZL2#####0000C1#####",
        WwnPrefix = SeagateWwn,
        ShortTestMinutes = 2,
        LongTestMinutes = 1471,
        CriticalCelsius = 60,
    };

    public static DriveModel SasHelium12 { get; } = new()
    {
        Name = "HUH721212AL5200",
        Vendor = "HGST",
        Family = "",
        Firmware = "A925",
        Protocol = DriveProtocol.Sas,
        Bytes = 12_000_138_625_024,
        RotationRate = 7200,
        SerialPattern = "8CG####E",
        WwnPrefix = WesternDigitalWwn,
        ShortTestMinutes = 1,
        LongTestMinutes = 1165,
        CriticalCelsius = 85,
        HasKernelSensor = false,
    };

    public static DriveModel BootSsd { get; } = new()
    {
        Name = "INTEL SSDSC2BB240G4",
        Family = "Intel 730 and DC S35x0/3610/3700 Series SSDs",
        Firmware = "D2010370",
        Attributes = AttributeSet.Ssd,
        Bytes = 240_057_409_536,
        SerialPattern = "BTWL4######A240NGN",
        WwnPrefix = "55cd2e40",
        LongTestMinutes = 2,
        CriticalCelsius = 85,
    };

    public static DriveModel DataSsd { get; } = new()
    {
        Name = "Samsung SSD 870 EVO 1TB",
        Family = "Samsung based SSDs",
        Firmware = "SVT02B6Q",
        Attributes = AttributeSet.Ssd,
        Bytes = 1_000_204_886_016,
        SerialPattern = "S6PTNM0T######",
        WwnPrefix = "5002538f",
        ShortTestMinutes = 2,
        LongTestMinutes = 85,
        CriticalCelsius = 70,
    };

    public static DriveModel Nvme1 { get; } = new()
    {
        Name = "Samsung SSD 980 PRO 1TB",
        Vendor = "",
        Family = "",
        Firmware = "5B2QGXA7",
        Protocol = DriveProtocol.Nvme,
        Bytes = 1_000_204_886_016,
        SerialPattern = "S5GXNF0R######",
        WwnPrefix = "0025385b",
        ShortTestMinutes = 2,
        LongTestMinutes = 35,
        CriticalCelsius = 85,
    };

    public static DriveModel UsbDisk { get; } = new()
    {
        Name = "WDC WD50NDZW-11BHVS1",
        Vendor = "WD",
        Family = "Western Digital My Passport (USB interface)",
        Firmware = "01.01A01",
        Attributes = AttributeSet.WesternDigital,
        Bytes = 5_000_947_302_400,
        RotationRate = 5400,
        SerialPattern = "WD-WX#1D#######",
        WwnPrefix = "50014ee2",
        ShortTestMinutes = 2,
        LongTestMinutes = 680,
        HasKernelSensor = false,
        IsUsb = true,
    };

    public static DriveModel CardReader { get; } = new()
    {
        Name = "Multi-Card",
        Vendor = "Generic-",
        Family = "",
        Firmware = "1.00",
        Attributes = AttributeSet.Ssd,
        Bytes = 31_914_983_424,
        SerialPattern = "201209011434@@@@@@",
        WwnPrefix = "50024800",
        LongTestMinutes = 1,
        HasKernelSensor = false,
        IsUsb = true,
    };
}
