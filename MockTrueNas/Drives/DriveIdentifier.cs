namespace Burnin.MockTrueNas.Drives;

/// <summary>The key of a drive's row in the NAS's database, which is made from what the drive says of itself.</summary>
internal static class DriveIdentifier
{
    public static string Of(Drive drive) => drive switch
    {
        { Case: DriveCase.TwinRow } => $"{{uuid}}{SerialNumbers.Uuid($"twin/{drive.Serial}/{drive.Slot}")}",
        { Serial: "" } => $"{{devicename}}{drive.Name}",
        { Lunid: { } lunid } => $"{{serial_lunid}}{drive.Serial}_{lunid}",
        _ => $"{{serial}}{drive.Serial}",
    };
}
