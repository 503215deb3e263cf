using System.Collections.Immutable;

namespace Burnin.Domain.Smart;

/// <summary>An attribute that is pointed at as soon as it counts anything, if its name says that it is the one that is meant.</summary>
internal sealed record WatchedAttribute(int Id, string Code, ImmutableArray<string> Names, IndicatorSeverity Severity)
{
    public IndicatorSeverity? OnSolidState { get; init; }

    public bool IsMeantBy(string name) => Names.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
