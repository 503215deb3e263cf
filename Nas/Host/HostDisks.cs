using System.Collections.Immutable;
using Burnin.Domain.Drives;

namespace Burnin.Nas.Host;

/// <summary>Reads <c>disk</c> and <c>fact</c> lines. Two disks of one serial are both in use: neither can be told apart.</summary>
internal static class HostDisks
{
    public static ImmutableArray<DriveFacts> Read(HostAnswer answer)
    {
        var facts = answer.All("fact").ToLookup(line => line.Word(0), line => new InUseFact(line.Word(1), line.Word(2)));
        var drives = answer.All("disk").Select(line => new DriveFacts
        {
            DeviceName = line.Word(0),
            Serial = line.Word(1),
            Wwn = line.Word(2) is { Length: > 0 } wwn ? wwn : null,
            Model = line.Word(3),
            SizeBytes = line.Number(4) ?? 0,
            Medium = MediumOf(line.Word(5)),
            TemperatureCelsius = (int?)line.Number(6),
            InUse = [.. facts[line.Word(0)].Distinct()],
        }).ToList();

        return [.. drives.Select(drive => Marked(drive, drives))];
    }

    private static DriveFacts Marked(DriveFacts drive, List<DriveFacts> all)
    {
        var twins = all.Where(other => other.DeviceName != drive.DeviceName && other.Serial == drive.Serial && drive.Serial.Length > 0).ToList();
        return twins.Count == 0 ? drive : drive with
        {
            InUse = drive.InUse.Add(new InUseFact(
                "duplicate_serial", $"{drive.DeviceName} and {string.Join(", ", twins.Select(twin => twin.DeviceName))} all report serial {drive.Serial}.")),
        };
    }

    private static DriveMedium MediumOf(string word) => word switch
    {
        "hdd" => DriveMedium.Hdd,
        "ssd" => DriveMedium.Ssd,
        "nvme" => DriveMedium.Nvme,
        "loop" => DriveMedium.Loop,
        _ => DriveMedium.Unknown,
    };
}
