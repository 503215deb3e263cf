using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Messages;

/// <summary>A list that belongs to a notice.</summary>
[GenerateSerializer, Immutable, Alias("burnin.notice-table")]
public sealed record NoticeTable
{
    [Id(0)]
    public required string Title { get; init; }

    [Id(1)]
    public required ImmutableArray<string> Columns { get; init; }

    [Id(2)]
    public required ImmutableArray<ImmutableArray<string>> Rows { get; init; }
}
