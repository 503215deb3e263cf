using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Fleet;

namespace Burnin.WebFront.Tests.Fakes;

internal sealed class FakeFleetGrain(FakeWorld world) : Grain, IFleetGrain
{
    public Task<ImmutableArray<string>> GetNasNamesAsync() => world.FleetFailure is { } failure
        ? Task.FromException<ImmutableArray<string>>(failure())
        : Task.FromResult(world.Nases.Keys.Order(StringComparer.Ordinal).ToImmutableArray());

    public Task AddNasAsync(string name) => throw new NotSupportedException();

    public Task RemoveNasAsync(string name) => throw new NotSupportedException();
}
