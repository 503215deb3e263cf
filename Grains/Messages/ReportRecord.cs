using System.Collections.Immutable;
using Burnin.Domain.Messages;

namespace Burnin.Grains.Messages;

/// <summary>What the report grain stores. Its JSON is a contract.</summary>
public sealed record ReportRecord
{
    /// <summary>A fleet that ends more in a day has its history.</summary>
    private const int MostEnded = 500;

    /// <summary>The last day that has had its report; null where there never was one.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Since the last report.</summary>
    public ImmutableArray<Message> Ended { get; init; } = [];

    public FleetWatch Watch { get; init; } = new();

    internal ReportRecord With(Message ended) =>
        Ended.Any(known => known.Id == ended.Id) ? this : this with { Ended = [.. Ended.Add(ended).TakeLast(MostEnded)] };
}
