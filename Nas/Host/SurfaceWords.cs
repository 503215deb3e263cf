using System.Collections.Immutable;
using Burnin.Domain.Surface;

namespace Burnin.Nas.Host;

/// <summary>What the programme calls the things of a surface run.</summary>
internal static class SurfaceWords
{
    private static readonly ImmutableArray<(string Word, BlockFault Fault)> Faults =
    [
        ("read", BlockFault.Unreadable), ("write", BlockFault.Unwritable), ("different", BlockFault.Different), ("any", BlockFault.UnreadableOrDifferent),
    ];

    private static readonly ImmutableArray<(string Word, SegmentKind Kind)> Kinds =
        [("w", SegmentKind.Write), ("v", SegmentKind.Verify), ("b", SegmentKind.WriteVerify), ("r", SegmentKind.Read)];

    public static string Of(SegmentKind kind) => Kinds.Single(known => known.Kind == kind).Word;

    public static string Of(SurfaceEngine engine) => engine switch
    {
        SurfaceEngine.Auto => "auto",
        SurfaceEngine.Fio => "fio",
        SurfaceEngine.Badblocks => "badblocks",
    };

    /// <summary>Null for a word that is not known.</summary>
    public static SurfaceEngine? Engine(string word) => word switch
    {
        "fio" => SurfaceEngine.Fio,
        "badblocks" => SurfaceEngine.Badblocks,
        _ => null,
    };

    public static SegmentKind? Kind(string word) => Kinds.Where(known => known.Word == word).Select(known => (SegmentKind?)known.Kind).FirstOrDefault();

    public static BlockFault? Fault(string word) => Faults.Where(known => known.Word == word).Select(known => (BlockFault?)known.Fault).FirstOrDefault();
}
