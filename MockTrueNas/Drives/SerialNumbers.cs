using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Burnin.MockTrueNas.Drives;

/// <summary>Makes names that look like a vendor's or like ZFS's, the same at each start and different on each NAS.</summary>
internal static class SerialNumbers
{
    // Vendors leave out the letters that read like digits.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRSTVWXYZ";

    private const int Digits = 10;
    private const int LunidLength = 16;

    public static string Serial(string pattern, string nasName, int slot)
    {
        var noise = Noise($"serial/{nasName}/{slot}");

        return string.Concat(pattern.Select((mark, position) => mark switch
        {
            '#' => Alphabet[noise[position] % Alphabet.Length],
            '@' => Alphabet[noise[position] % Digits],
            _ => mark,
        }));
    }

    public static string Lunid(string prefix, string nasName, int slot) =>
        prefix + Convert.ToHexStringLower(Noise($"lunid/{nasName}/{slot}"))[..(LunidLength - prefix.Length)];

    public static string Guid(string of) =>
        BitConverter.ToUInt64(Noise($"guid/{of}")).ToString(CultureInfo.InvariantCulture);

    public static string Uuid(string of) => new Guid(Noise($"uuid/{of}").AsSpan(0, 16)).ToString();

    private static byte[] Noise(string seed) => SHA256.HashData(Encoding.UTF8.GetBytes(seed));
}
