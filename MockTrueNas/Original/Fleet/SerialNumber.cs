using System.Security.Cryptography;
using System.Text;

namespace Burnin.MockTrueNas.Original.Fleet;

/// <summary>Makes serials that look like a vendor's, the same at each start and different on each NAS.</summary>
internal static class SerialNumber
{
    // Vendors leave out the letters that read like digits.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRSTVWXYZ";

    public static string Of(string pattern, string nasName, int slot)
    {
        var noise = SHA256.HashData(Encoding.UTF8.GetBytes($"{nasName}/{slot}"));

        return string.Concat(pattern.Select((mark, position) =>
            mark == '#' ? Alphabet[noise[position] % Alphabet.Length] : mark));
    }
}
