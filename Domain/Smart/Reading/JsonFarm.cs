using System.Text.Json;

namespace Burnin.Domain.Smart.Reading;

/// <summary>Seagate's own log, of SATA and SAS, whose keys differ.</summary>
internal static class JsonFarm
{
    /// <summary>Null where the log was not asked for: that there is one says nothing.</summary>
    public static SeagateFarm? Read(JsonElement farm)
    {
        var drive = farm.At("page_1_drive_information");
        if (!drive.IsObject())
        {
            return null;
        }

        var work = farm.At("page_2_workload_statistics");
        var errors = farm.At("page_3_error_statistics");
        return new SeagateFarm
        {
            PowerOnHours = drive.At("poh").Number(),
            SpindlePowerOnHours = drive.At("spoh").Number(),
            HeadFlightHours = drive.At("head_flight_hours").Number(),
            PowerCycles = drive.At("power_cycle_count").Number(),
            HeadLoadEvents = drive.At("head_load_events").Number(),
            LogicalSectorsWritten = work.At("logical_sectors_written").Number(),
            LogicalSectorsRead = work.At("logical_sectors_read").Number(),
            UnrecoverableReadErrors = errors.At("number_of_unrecoverable_read_errors").Number(),
            UnrecoverableWriteErrors = errors.At("number_of_unrecoverable_write_errors").Number(),
            ReallocatedSectors = errors.At("number_of_reallocated_sectors").Number(),
            ReallocationCandidates = errors.At("number_of_reallocated_candidate_sectors").Number(),
            CrcErrors = errors.At("total_crc_errors").Number(),
            SerialNumber = drive.At("serial_number").Text(),
            Assembled = drive.At("date_of_assembly").Text(),
            RecordingType = drive.At("drive_recording_type").Text() ?? farm.At("page_6_drive_information_continued", "drive_recording_type").Text(),
            CapacitySectors = drive.At("device_capacity_in_sectors").Number(),
            LogicalSectorBytes = drive.At("logical_sector_size").Int(),
        };
    }
}
