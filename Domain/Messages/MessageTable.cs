using System.Collections.Immutable;

namespace Burnin.Domain.Messages;

/// <summary>A list that belongs to a message, as people read it.</summary>
public sealed record MessageTable
{
    public required string Title { get; init; }

    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>Each as long as there are columns.</summary>
    public required ImmutableArray<ImmutableArray<string>> Rows { get; init; }
}
