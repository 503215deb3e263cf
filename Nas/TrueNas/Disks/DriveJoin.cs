using System.Collections.Immutable;
using Burnin.Domain.Drives;

namespace Burnin.Nas.TrueNas.Disks;

/// <summary>
/// Joins what the API says of the drives with what the host says, pure. Each sees what the other cannot, so a drive is in
/// use by the word of either, and where only one of them knows it at all.
/// </summary>
internal static class DriveJoin
{
    /// <summary>In the order of the API; what it does not know comes last.</summary>
    public static ImmutableArray<DriveFacts> Of(ImmutableArray<DriveFacts> api, ImmutableArray<DriveFacts> host) =>
    [
        .. api.Select(drive => Of(drive, Same(host, drive))!),
        .. host.Where(drive => Same(api, drive) is null).Select(drive => Of(null, drive)!),
    ];

    /// <summary>One drive as both say it; null where neither knows it.</summary>
    public static DriveFacts? Of(DriveFacts? api, DriveFacts? host) => (api, host) switch
    {
        ({ } one, { } other) => other with
        {
            Model = other.Model.Length > 0 ? other.Model : one.Model,
            Medium = other.Medium is DriveMedium.Unknown ? one.Medium : other.Medium,
            TemperatureCelsius = other.TemperatureCelsius ?? one.TemperatureCelsius,
            Bay = one.Bay,
            InUse = [.. one.InUse.Union(other.InUse).Union(DifferencesOf(one, other))],
        },
        ({ } alone, null) => Unsure(alone, $"The host shows no disk with serial {alone.Serial}."),
        (null, { } alone) => Unsure(alone, $"The API of the NAS does not know {alone.DeviceName}."),
        (null, null) => null,
    };

    /// <summary>What one of them does not confirm is in use.</summary>
    public static DriveFacts Unsure(DriveFacts drive, string why) => drive with { InUse = [.. drive.InUse.Union([new InUseFact("unknown", why)])] };

    /// <summary>By the name it has now where several have its serial, or none has one.</summary>
    private static DriveFacts? Same(ImmutableArray<DriveFacts> drives, DriveFacts drive)
    {
        var same = drives.Where(other => other.Serial == drive.Serial).ToList();
        return same.FirstOrDefault(other => other.DeviceName == drive.DeviceName) ?? (drive.Serial.Length == 0 ? null : same.FirstOrDefault());
    }

    private static IEnumerable<InUseFact> DifferencesOf(DriveFacts api, DriveFacts host)
    {
        if (api.SizeBytes > 0 && host.SizeBytes > 0 && api.SizeBytes != host.SizeBytes)
        {
            yield return new InUseFact("identity", $"{host.DeviceName} has {host.SizeBytes} bytes by the host, and {api.SizeBytes} by the API of the NAS.");
        }
    }
}
