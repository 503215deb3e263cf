using System.Collections.Immutable;

namespace Burnin.Domain.Smart;

/// <summary>
/// What an attribute's raw value counts. By id and by the shape of the text, never by the format that one release of
/// smartctl gave it: its drive database changes, the drives do not.
/// </summary>
internal static class AttributeDecoding
{
    public const string LargeCount = "low word plus (hi mid) words";

    private const string Packed = "packed 3x16: low word=count, others=slow commands";

    private const string SeagateRate = "Seagate: errors in the upper 16 bits, operations in the lower 32";

    /// <summary>The first that reads the value has it. No ids: any attribute.</summary>
    private static readonly ImmutableArray<DecodingRule> Rules =
    [
        new([1, 7, 195], raw => raw.IsRatio ? raw.Number : null, "errors/operations"),
        new([188], raw => raw.IsTriplet ? raw.Words[2] : null, "raw16 triplet, low word is last"),
        new([5, 196], raw => raw.IsLargeCount ? raw.LargeCount : null, LargeCount),
        new([9], raw => raw.Extras > 0 ? raw.Number : null, "extra bytes ignored"),
        new([9], raw => raw.IsPlain && raw.Number > 0xFF_FFFF ? raw.Number & 0xFF_FFFF : null, "extra bytes ignored"),
        new([188], raw => raw.IsPlain && raw.Number > 0xFFFF ? raw.Number & 0xFFFF : null, Packed) { NameHas = "Command_Timeout" },
        new([1, 7, 195], raw => raw.IsPlain ? (raw.Number >> 32) & 0xFFFF : null, SeagateRate) { IsSeagateDisk = true },
        new([190, 194], raw => raw.IsPlain && raw.Number is < -128 or > 255 ? (sbyte)(raw.Number & 0xFF) : null, null),
        new([], raw => raw.Number, null),
    ];

    /// <param name="row">As it stands in the table.</param>
    /// <param name="isSeagateDisk">A disk, not an SSD, of a vendor who packs two numbers into one.</param>
    public static SmartAttribute Decode(SmartAttribute row, bool isSeagateDisk)
    {
        var raw = RawText.Of(row.RawText, row.Raw);
        foreach (var rule in Rules)
        {
            if (rule.Fits(row, isSeagateDisk) && rule.Decode(raw) is { } decoded)
            {
                return row with { Decoded = decoded, Note = rule.Note };
            }
        }

        return row;
    }
}
