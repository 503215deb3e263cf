using System.Text.Json;

namespace Burnin.Domain.Smart.Reading;

internal static class JsonTemperature
{
    public static SmartTemperature Read(JsonElement json)
    {
        var history = json.At("ata_sct_temperature_history", "temperature");
        var all = json.At("temperature");
        return new SmartTemperature
        {
            CurrentCelsius = all.At("current").Int() ?? json.At("scsi_temperature", "current").Int()
                ?? json.At("nvme_smart_health_information_log", "temperature").Int(),
            LifetimeMaxCelsius = all.At("lifetime_max").Int(),

            // The status log overwrites the history's recommended maximum with one that some drives have wrong.
            RecommendedMaxCelsius = history.At("op_limit_max").Int(),
            LimitCelsius = history.At("limit_max").Int() ?? all.At("limit_max").Int()
                ?? json.At("nvme_composite_temperature_threshold", "warning").Int() ?? all.At("op_limit_max").Int(),
            TripCelsius = all.At("drive_trip").Int() ?? json.At("scsi_temperature", "drive_trip").Int()
                ?? json.At("nvme_composite_temperature_threshold", "critical").Int() ?? all.At("critical_limit_max").Int(),
        };
    }
}
