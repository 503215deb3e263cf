using Burnin.Domain.Drives;
using Burnin.Grains.Interfaces.Drives;

namespace Burnin.Grains.Nases;

internal static class DriveSightings
{
    extension(DriveFacts facts)
    {
        public DriveSighting SeenOn(string nas) => new()
        {
            Nas = nas,
            Devname = facts.DeviceName,
            Serial = facts.Serial,
            Wwn = facts.Wwn,
            Model = facts.Model,
            SizeBytes = facts.SizeBytes,
            Medium = facts.Medium.ToString().ToLowerInvariant(),
            TemperatureC = facts.TemperatureCelsius,
            SmartHealth = facts.SmartPassed switch { true => "passed", false => "failed", null => null },
            InUse = [.. facts.InUse.Select(fact => new InUseView(fact.Code, fact.Detail))],
        };
    }
}
