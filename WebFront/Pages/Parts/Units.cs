using System.Globalization;

namespace Burnin.WebFront.Pages.Parts;

/// <summary>Numbers with the unit that is wished for, as <c>units.js</c> writes them.</summary>
internal static class Units
{
    private static readonly (double Least, string Name)[] Decimal = [(1e15, "PB"), (1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB")];

    private static readonly (double Least, string Name)[] Binary =
        [(1L << 50, "PiB"), (1L << 40, "TiB"), (1L << 30, "GiB"), (1L << 20, "MiB"), (1L << 10, "KiB")];

    /// <summary>Decimal as on the label of a drive, or in powers of 1024 as most operating systems count.</summary>
    public static (string Value, string Unit) Size(long bytes, bool isBinary = false, int digits = 1)
    {
        var (unit, name) = (isBinary ? Binary : Decimal).FirstOrDefault(size => bytes >= size.Least * 0.9995, (1, "B"));
        var value = bytes / unit;
        return (value.ToString(value >= 100 && digits == 1 ? "0" : $"0.{new string('#', digits)}", CultureInfo.InvariantCulture), name);
    }

    public static int Degrees(int celsius, bool isFahrenheit) => isFahrenheit ? (int)Math.Round((celsius * 1.8) + 32) : celsius;

    /// <summary>With thin groups of three, as in <c>12 345</c>: no comma that elsewhere is a point.</summary>
    public static string Count(long number) => number.ToString("#,0", Grouped);

    private static NumberFormatInfo Grouped { get; } = new() { NumberGroupSeparator = "\u202f" };
}
