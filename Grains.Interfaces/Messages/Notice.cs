using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Messages;

/// <summary>Something that happened to no burn-in, and that people want to hear of.</summary>
[GenerateSerializer, Immutable, Alias("burnin.notice")]
public sealed record Notice
{
    /// <summary>What has the same id is told once.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary><c>nas_silent, nas_back, burnin_away, daily_report</c>.</summary>
    [Id(1)]
    public required string Event { get; init; }

    [Id(2)]
    public required DateTimeOffset At { get; init; }

    [Id(3)]
    public required string Headline { get; init; }

    [Id(4)]
    public ImmutableArray<string> Reasons { get; init; } = [];

    [Id(5)]
    public ImmutableArray<NoticeTable> Tables { get; init; } = [];
}
