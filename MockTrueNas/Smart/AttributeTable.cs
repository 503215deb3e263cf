using System.Collections.Immutable;
using System.Globalization;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Smart;

/// <summary>
/// The attributes of an ATA drive, by vendor, at one moment: its age and its work grow, its temperature moves, a dying one shows
/// what its tests find. Seagate packs several counters into one number.
/// </summary>
internal static class AttributeTable
{
    private const int Prefail = 1;
    private const int Online = 2;
    private const int Performance = 4;
    private const int ErrorRate = 8;
    private const int Counter = 16;
    private const int Kept = 32;

    private const int UsualCount = Online | Counter | Kept;

    public static ImmutableArray<SmartAttribute> Of(Drive drive, BoxMoment moment) => drive.Model.Attributes switch
    {
        AttributeSet.Seagate => Seagate(new Vitals(drive, moment)),
        AttributeSet.WesternDigital => WesternDigital(new Vitals(drive, moment)),
        AttributeSet.Toshiba => Toshiba(new Vitals(drive, moment)),
        AttributeSet.Ssd => Ssd(new Vitals(drive, moment)),
    };

    private static ImmutableArray<SmartAttribute> Seagate(Vitals vitals) =>
    [
        Number(1, "Raw_Read_Error_Rate", Prefail | Online | Performance | ErrorRate, 83, 64, 44, Packed(vitals.Damage.Reported, vitals.Operations)),
        Number(3, "Spin_Up_Time", Prefail | Online, 94, 94, 0, 0),
        Number(4, "Start_Stop_Count", UsualCount, 100, 100, 20, vitals.PowerCycles),
        Number(5, "Reallocated_Sector_Ct", Prefail | UsualCount, 100, 100, 10, vitals.Damage.Reallocated),
        Number(7, "Seek_Error_Rate", Prefail | Online | Performance | ErrorRate, 83, 60, 45, vitals.Operations / 3),
        new(9, "Power_On_Hours", UsualCount, 100, 100, 0, (17L << 40) | (90L << 32) | (uint)vitals.Hours, string.Create(CultureInfo.InvariantCulture, $"{vitals.Hours} (17 90 0)")),
        Number(10, "Spin_Retry_Count", Prefail | Online | Counter, 100, 100, 97, 0),
        Number(12, "Power_Cycle_Count", UsualCount, 100, 100, 20, vitals.PowerCycles),
        Number(184, "End-to-End_Error", UsualCount, 100, 100, 99, 0),
        Number(187, "Reported_Uncorrect", UsualCount, Math.Max(1, 100 - vitals.Damage.Reported), Math.Max(1, 100 - vitals.Damage.Reported), 0, vitals.Damage.Reported),
        Number(188, "Command_Timeout", UsualCount, 100, 99, 0, Packed((vitals.Timeouts << 16) | vitals.Timeouts, vitals.Timeouts)),
        Number(189, "High_Fly_Writes", Online | ErrorRate | Counter | Kept, 100, 100, 0, 0),
        new(190, "Airflow_Temperature_Cel", Online | Kept, 100 - vitals.Celsius, 62, 40, (38L << 24) | (22L << 16) | (uint)vitals.Celsius, string.Create(CultureInfo.InvariantCulture, $"{vitals.Celsius} (Min/Max 22/38)")),
        Number(191, "G-Sense_Error_Rate", UsualCount, 100, 100, 0, 0),
        Number(192, "Power-Off_Retract_Count", UsualCount, 100, 100, 0, vitals.PowerCycles / 2),
        Number(193, "Load_Cycle_Count", UsualCount, 100, 100, 0, vitals.LoadCycles),
        new(194, "Temperature_Celsius", Online | Kept, vitals.Celsius, 38, 0, (18L << 32) | (uint)vitals.Celsius, string.Create(CultureInfo.InvariantCulture, $"{vitals.Celsius} (0 18 0 0 0)")),
        Number(197, "Current_Pending_Sector", Online | Counter, 100, 100, 0, vitals.Damage.Pending),
        Number(198, "Offline_Uncorrectable", Counter, 100, 100, 0, vitals.Damage.Pending),
        Number(199, "UDMA_CRC_Error_Count", Online | Performance | ErrorRate | Counter | Kept, 200, 200, 0, 0),
        new(240, "Head_Flying_Hours", 0, 100, 253, 0, (36_650L << 32) | (uint)vitals.Hours, string.Create(CultureInfo.InvariantCulture, $"{vitals.Hours}h+00m+36.650s")),
        Number(241, "Total_LBAs_Written", 0, 100, 253, 0, vitals.Written),
        Number(242, "Total_LBAs_Read", 0, 100, 253, 0, vitals.Read),
    ];

    private static ImmutableArray<SmartAttribute> WesternDigital(Vitals vitals) =>
    [
        Number(1, "Raw_Read_Error_Rate", Prefail | Online | ErrorRate, 100, 100, 16, vitals.Damage.Reported),
        Number(2, "Throughput_Performance", Prefail | Performance, 128, 128, 54, 116),
        Number(3, "Spin_Up_Time", Prefail | Online | Performance, 149, 149, 24, 445),
        Number(4, "Start_Stop_Count", Online | Counter, 100, 100, 0, vitals.PowerCycles),
        Number(5, "Reallocated_Sector_Ct", Prefail | UsualCount, 100, 100, 5, vitals.Damage.Reallocated),
        Number(7, "Seek_Error_Rate", Prefail | Online | ErrorRate, 100, 100, 67, 0),
        Number(8, "Seek_Time_Performance", Prefail | Performance, 128, 128, 20, 18),
        Number(9, "Power_On_Hours", Online | Counter, 98, 98, 0, vitals.Hours),
        Number(10, "Spin_Retry_Count", Prefail | Online | Counter, 100, 100, 60, 0),
        Number(12, "Power_Cycle_Count", UsualCount, 100, 100, 0, vitals.PowerCycles),
        Number(22, "Helium_Level", Prefail | Online | Kept, 100, 100, 25, 100),
        Number(192, "Power-Off_Retract_Count", UsualCount, 100, 100, 0, vitals.LoadCycles),
        Number(193, "Load_Cycle_Count", Online | Counter, 100, 100, 0, vitals.LoadCycles),
        new(194, "Temperature_Celsius", Online, 185, 185, 0, (45L << 32) | (20L << 16) | (uint)vitals.Celsius, string.Create(CultureInfo.InvariantCulture, $"{vitals.Celsius} (Min/Max 20/45)")),
        Number(196, "Reallocated_Event_Count", UsualCount, 100, 100, 0, vitals.Damage.Reallocated),
        Number(197, "Current_Pending_Sector", Online | Kept, 100, 100, 0, vitals.Damage.Pending),
        Number(198, "Offline_Uncorrectable", ErrorRate, 100, 100, 0, vitals.Damage.Pending),
        Number(199, "UDMA_CRC_Error_Count", Online | ErrorRate, 200, 200, 0, vitals.IsOld ? 3 : 0),
    ];

    private static ImmutableArray<SmartAttribute> Toshiba(Vitals vitals) =>
    [
        Number(1, "Raw_Read_Error_Rate", Prefail | Online | ErrorRate, 100, 100, 50, 0),
        Number(2, "Throughput_Performance", Prefail | Performance, 100, 100, 50, 0),
        Number(3, "Spin_Up_Time", Prefail | Online | Performance | Kept, 100, 100, 1, 8233),
        Number(4, "Start_Stop_Count", UsualCount, 100, 100, 0, vitals.PowerCycles),
        Number(5, "Reallocated_Sector_Ct", Prefail | UsualCount, 100, 100, 10, vitals.Damage.Reallocated),
        Number(9, "Power_On_Hours", UsualCount, 94, 94, 0, vitals.Hours),
        Number(10, "Spin_Retry_Count", Prefail | Online | Counter | Kept, 100, 100, 30, 0),
        Number(12, "Power_Cycle_Count", UsualCount, 100, 100, 0, vitals.PowerCycles),
        Number(23, "Helium_Condition_Lower", Prefail | Online | Kept, 100, 100, 75, 0),
        Number(24, "Helium_Condition_Upper", Prefail | Online | Kept, 100, 100, 75, 0),
        Number(191, "G-Sense_Error_Rate", UsualCount, 100, 100, 0, 4),
        Number(192, "Power-Off_Retract_Count", UsualCount, 100, 100, 0, vitals.PowerCycles),
        Number(193, "Load_Cycle_Count", UsualCount, 100, 100, 0, vitals.LoadCycles),
        new(194, "Temperature_Celsius", Online | Kept, 100, 100, 0, (45L << 32) | (17L << 16) | (uint)vitals.Celsius, string.Create(CultureInfo.InvariantCulture, $"{vitals.Celsius} (Min/Max 17/45)")),
        Number(196, "Reallocated_Event_Count", UsualCount, 100, 100, 0, vitals.Damage.Reallocated),
        Number(197, "Current_Pending_Sector", UsualCount, 100, 100, 0, vitals.Damage.Pending),
        Number(198, "Offline_Uncorrectable", Counter | Kept, 100, 100, 0, vitals.Damage.Pending),
        Number(199, "UDMA_CRC_Error_Count", UsualCount, 200, 200, 0, 0),
    ];

    private static ImmutableArray<SmartAttribute> Ssd(Vitals vitals) =>
    [
        Number(5, "Reallocated_Sector_Ct", Prefail | UsualCount, 100, 100, 10, vitals.Damage.Reallocated),
        Number(9, "Power_On_Hours", UsualCount, 99, 99, 0, vitals.Hours),
        Number(12, "Power_Cycle_Count", UsualCount, 99, 99, 0, vitals.PowerCycles),
        Number(177, "Wear_Leveling_Count", Prefail | Online | Counter, 97, 97, 0, vitals.Hours / 300),
        Number(187, "Uncorrectable_Error_Cnt", UsualCount, 100, 100, 0, vitals.Damage.Reported),
        Number(190, "Airflow_Temperature_Cel", UsualCount, 100 - vitals.Celsius, 50, 0, vitals.Celsius),
        Number(199, "CRC_Error_Count", Online | Performance | ErrorRate | Counter | Kept, 100, 100, 0, 0),
        Number(241, "Total_LBAs_Written", UsualCount, 99, 99, 0, vitals.Written),
    ];

    private static SmartAttribute Number(int id, string name, int flag, int value, int worst, int threshold, long raw) =>
        new(id, name, flag, value, worst, threshold, raw, raw.ToString(CultureInfo.InvariantCulture));

    private static long Packed(long upper, long lower) => (upper << 32) | (lower & uint.MaxValue);
}
