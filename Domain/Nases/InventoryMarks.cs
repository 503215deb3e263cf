using System.Collections.Immutable;
using Burnin.Domain.Drives;

namespace Burnin.Domain.Nases;

/// <summary>What only shows when all drives of a NAS are looked at together, or what no drive may lack to be erased.</summary>
public static class InventoryMarks
{
    /// <summary>The same drives, in the same order; those that nothing identifies beyond doubt are marked as in use.</summary>
    public static ImmutableArray<DriveFacts> Of(ImmutableArray<DriveFacts> drives)
    {
        var bySerial = drives.Where(drive => drive.Serial.Length > 0).ToLookup(drive => drive.Serial);
        return [.. drives.Select(drive => drive with { InUse = [.. drive.InUse.Union(MarksOf(drive, bySerial[drive.Serial]))] })];
    }

    private static IEnumerable<InUseFact> MarksOf(DriveFacts drive, IEnumerable<DriveFacts> ofSameSerial)
    {
        if (drive.Serial.Length == 0)
        {
            yield return new InUseFact("no_serial", $"{drive.DeviceName} reports no serial, so nothing can prove which drive it is.");
        }

        var others = ofSameSerial.Where(other => other.DeviceName != drive.DeviceName).Select(other => other.DeviceName).ToList();
        if (others.Count > 0)
        {
            yield return new InUseFact(
                "duplicate_serial", $"{drive.DeviceName} reports the same serial {drive.Serial} as {string.Join(", ", others)}.");
        }

        if (drive.SizeBytes <= 0)
        {
            yield return new InUseFact("zero_size", $"{drive.DeviceName} reports no capacity.");
        }
    }
}
