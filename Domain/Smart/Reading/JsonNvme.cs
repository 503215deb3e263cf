using System.Text.Json;

namespace Burnin.Domain.Smart.Reading;

internal static class JsonNvme
{
    public static NvmeHealth? Read(JsonElement log) => log.IsObject()
        ? new NvmeHealth
        {
            CriticalWarning = log.At("critical_warning").Int(),
            AvailableSparePercent = log.At("available_spare").Int(),
            AvailableSpareThresholdPercent = log.At("available_spare_threshold").Int(),
            PercentageUsed = log.At("percentage_used").Int(),
            MediaErrors = log.At("media_errors").Number(),
            ErrorLogEntries = log.At("num_err_log_entries").Number(),
            UnsafeShutdowns = log.At("unsafe_shutdowns").Number(),
            PowerCycles = log.At("power_cycles").Number(),
            WarningTemperatureMinutes = log.At("warning_temp_time").Number(),
            CriticalTemperatureMinutes = log.At("critical_comp_time").Number(),
            DataUnitsWritten = log.At("data_units_written").Number(),
            DataUnitsRead = log.At("data_units_read").Number(),
        }
        : null;
}
