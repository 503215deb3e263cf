using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Nases;

/// <summary>What a NAS answered to settings that were tried, and not stored.</summary>
[GenerateSerializer, Immutable, Alias("burnin.try-nas-result")]
public abstract record TryNasResult
{
    private TryNasResult()
    {
    }

    [GenerateSerializer, Immutable, Alias("burnin.try-nas-result.seen")]
    public sealed record Seen : TryNasResult
    {
        [Id(0)]
        public required string Product { get; init; }

        [Id(1)]
        public required int Drives { get; init; }

        [Id(2)]
        public required int FreeDrives { get; init; }

        /// <summary>What the host showed over SSH; null without.</summary>
        [Id(3)]
        public string? HostKey { get; init; }

        [Id(4)]
        public required ImmutableArray<CapabilityView> Capabilities { get; init; }

        /// <summary>What part did not answer, where the rest did.</summary>
        [Id(5)]
        public string? Trouble { get; init; }
    }

    [GenerateSerializer, Immutable, Alias("burnin.try-nas-result.refused")]
    public sealed record Refused([property: Id(0)] ConfigureNasResult Why) : TryNasResult;
}
