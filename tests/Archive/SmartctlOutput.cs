using System.Globalization;

namespace Burnin.Archive;

/// <summary>What smartctl would have said of a drive: the attribute table and little else.</summary>
internal static class SmartctlOutput
{
    private static readonly (int Id, string Name, int Value, int Threshold)[] Table =
    [
        (1, "Raw_Read_Error_Rate", 83, 44), (3, "Spin_Up_Time", 91, 0), (4, "Start_Stop_Count", 100, 20), (5, "Reallocated_Sector_Ct", 100, 10),
        (7, "Seek_Error_Rate", 78, 45), (9, "Power_On_Hours", 99, 0), (10, "Spin_Retry_Count", 100, 97), (12, "Power_Cycle_Count", 100, 20),
        (187, "Reported_Uncorrect", 100, 0), (188, "Command_Timeout", 100, 0), (190, "Airflow_Temperature_Cel", 58, 0), (192, "Power-Off_Retract_Count", 100, 0),
        (193, "Load_Cycle_Count", 100, 0), (194, "Temperature_Celsius", 42, 0), (197, "Current_Pending_Sector", 100, 0), (198, "Offline_Uncorrectable", 100, 0),
        (199, "UDMA_CRC_Error_Count", 200, 0), (240, "Head_Flying_Hours", 100, 0), (241, "Total_LBAs_Written", 100, 0), (242, "Total_LBAs_Read", 100, 0),
    ];

    public static string Json(bool passed, int hours, IReadOnlyDictionary<int, long> raw)
    {
        var rows = Table.Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"id":{{{row.Id}}},"name":"{{{row.Name}}}","value":{{{row.Value}}},"worst":{{{row.Value}}},"thresh":{{{row.Threshold}}},"when_failed":"","flags":{"value":15,"string":"POSR-- ","prefailure":true},"raw":{"value":{{{RawOf(row.Id, hours, raw)}}},"string":"{{{RawOf(row.Id, hours, raw)}}}"} }"""));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            {"json_format_version":[1,0],"smartctl":{"version":[7,4],"exit_status":0,"messages":[]},"device":{"name":"/dev/sda","type":"sat","protocol":"ATA"},
            "model_name":"ST16000NM000J","serial_number":"{{{KnownJobs.Serial}}}","firmware_version":"SN04","user_capacity":{"blocks":31251759104,"bytes":16000900661248},
            "rotation_rate":7200,"smart_support":{"available":true,"enabled":true},"smart_status":{"passed":{{{(passed ? "true" : "false")}}} },
            "temperature":{"current":{{{RawOf(194, hours, raw)}}} },"power_on_time":{"hours":{{{hours}}} },"power_cycle_count":{{{RawOf(12, hours, raw)}}},
            "ata_smart_attributes":{"revision":10,"table":[{{{string.Join(",", rows)}}}]} }
            """);
    }

    private static long RawOf(int id, int hours, IReadOnlyDictionary<int, long> raw) =>
        raw.TryGetValue(id, out var value) ? value : id is 9 or 240 ? hours : id switch { 12 => 6, 4 => 7, 190 => 38, 194 => 38, 193 => 12, _ => 0 };
}
