using System.Collections.Immutable;
using System.Globalization;

namespace Burnin.MockTrueNas.Drives;

/// <summary>Hands out device names in the order in which a boot finds the drives; the next boot finds them in another.</summary>
internal static class DeviceNames
{
    private const int Letters = 26;

    /// <summary>By how many places the order turns with each boot.</summary>
    private const int Turn = 5;

    public static ImmutableArray<Drive> Assign(ImmutableArray<Drive> drives, bool isFreeBsd, int boots)
    {
        var names = drives
            .GroupBy(drive => Driver(drive, isFreeBsd))
            .SelectMany(group => Turned([.. group], boots).Select((drive, place) => (drive.Slot, Name: Named(group.Key, place))))
            .ToDictionary(pair => pair.Slot, pair => pair.Name);

        return [.. drives.Select(drive => drive with { Name = names[drive.Slot] })];
    }

    /// <summary>The number behind the driver, on Linux the device number.</summary>
    public static int Number(string name, bool isFreeBsd) =>
        isFreeBsd ? int.Parse(name.TrimStart([.. "abcdefghijklmnopqrstuvwxyz"]), CultureInfo.InvariantCulture)
        : name.StartsWith("nvme", StringComparison.Ordinal) ? (259 * 256) + int.Parse(name[4..name.LastIndexOf('n')], CultureInfo.InvariantCulture)
        : ScsiNumber(PlaceOf(name[2..]));

    /// <summary>The node of an NVMe drive itself, above that of its disk: <c>nvme0</c> on both systems.</summary>
    public static string Controller(string name) =>
        name.StartsWith("nvd", StringComparison.Ordinal) ? $"nvme{name[3..]}" : name[..name.LastIndexOf('n')];

    /// <summary>The n-th disk of the driver, counted from 0.</summary>
    public static int PlaceOf(string letters) => letters.Aggregate(0, (place, letter) => (place * Letters) + letter - 'a' + 1) - 1;

    public static string Driver(Drive drive, bool isFreeBsd) => (isFreeBsd, drive.Model.Protocol) switch
    {
        (true, DriveProtocol.Nvme) => "nvd",
        (true, DriveProtocol.Ata) when !drive.Model.IsUsb && drive.Slot % 2 == 0 => "ada",
        (true, _) => "da",
        (false, DriveProtocol.Nvme) => "nvme",
        (false, _) => "sd",
    };

    private static IEnumerable<Drive> Turned(ImmutableArray<Drive> drives, int boots)
    {
        var turn = boots * Turn % drives.Length;

        return [.. drives[turn..], .. drives[..turn]];
    }

    private static string Named(string driver, int place) => driver switch
    {
        "nvme" => string.Create(CultureInfo.InvariantCulture, $"nvme{place}n1"),
        "sd" => $"sd{InLetters(place)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{driver}{place}"),
    };

    private static string InLetters(int place) =>
        (place >= Letters ? InLetters((place / Letters) - 1) : "") + (char)('a' + (place % Letters));

    /// <summary>Sixteen disks to each of the majors 8, 65 to 71 and 128 to 135.</summary>
    private static int ScsiNumber(int place)
    {
        var major = (place / 16) switch
        {
            0 => 8,
            < 8 and var block => 64 + block,
            var block => 120 + block,
        };

        return (major * 256) + (place % 16 * 16);
    }
}
