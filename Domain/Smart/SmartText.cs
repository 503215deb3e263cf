using System.Text;

namespace Burnin.Domain.Smart;

/// <summary>Text of files that nobody knows the encoding of: with a mark at the start as it says, else UTF-8, else Latin-1.</summary>
public static class SmartText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        var plain = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        try
        {
            return Strict.GetString(plain);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(plain);
        }
    }
}
