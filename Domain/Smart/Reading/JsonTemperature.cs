using System.Text.Json;

namespace Burnin.Domain.Smart.Reading;

/// <summary>Of SAS drives that have the log of their surroundings, <c>-x</c> gives only that; where both are there, the simple one may be an empty zero.</summary>
internal static class JsonTemperature
{
    public static SmartTemperature Read(JsonElement json)
    {
        var history = json.At("ata_sct_temperature_history", "temperature");
        var all = json.At("temperature");
        var simple = all.At("current").Int() ?? json.At("scsi_temperature", "current").Int();
        var around = json.At("scsi_environmental_reports", "temperature_1");
        return new SmartTemperature
        {
            CurrentCelsius = simple is null or 0 ? around.At("current").Int() ?? simple ?? json.At("nvme_smart_health_information_log", "temperature").Int() : simple,
            LifetimeMaxCelsius = all.At("lifetime_max").Int() ?? around.At("lifetime_maximum").Int(),

            // The status log overwrites the history's recommended maximum with one that some drives have wrong.
            RecommendedMaxCelsius = history.At("op_limit_max").Int(),
            LimitCelsius = history.At("limit_max").Int() ?? all.At("limit_max").Int()
                ?? json.At("nvme_composite_temperature_threshold", "warning").Int() ?? all.At("op_limit_max").Int(),
            TripCelsius = all.At("drive_trip").Int() ?? json.At("scsi_temperature", "drive_trip").Int()
                ?? json.At("nvme_composite_temperature_threshold", "critical").Int() ?? all.At("critical_limit_max").Int(),
        };
    }
}
