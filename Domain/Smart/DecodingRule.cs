using System.Collections.Immutable;

namespace Burnin.Domain.Smart;

/// <summary>One row of the decoding table. Decode answers null where the value has not the shape that the rule is for.</summary>
internal sealed record DecodingRule(ImmutableArray<int> Ids, Func<RawText, long?> Decode, string? Note)
{
    /// <summary>An id alone says little: on some drives it is another attribute altogether.</summary>
    public string? NameHas { get; init; }

    public bool IsSeagateDisk { get; init; }

    public bool Fits(SmartAttribute row, bool isSeagateDisk) =>
        (Ids.IsEmpty || Ids.Contains(row.Id))
        && (!IsSeagateDisk || isSeagateDisk)
        && (NameHas is null || row.Name.Contains(NameHas, StringComparison.OrdinalIgnoreCase));
}
