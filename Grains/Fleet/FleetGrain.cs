using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Storage;

namespace Burnin.Grains.Fleet;

[GrainType("fleet")]
internal sealed class FleetGrain([PersistentState("fleet", StorageNames.Burnin)] IPersistentState<Stored<FleetRecord>> stored) : Grain, IFleetGrain
{
    private readonly GrainRecord<FleetRecord> _record = new(stored);

    public Task<ImmutableArray<string>> GetNasNamesAsync() => Task.FromResult(_record.Current.NasNames);

    public Task AddNasAsync(string name) => _record.UpdateAsync(record =>
        record.NasNames.Contains(name) ? record : record with { NasNames = record.NasNames.Add(name).Sort(StringComparer.Ordinal) });

    public Task RemoveNasAsync(string name) => _record.UpdateAsync(record =>
        record.NasNames.Contains(name) ? record with { NasNames = record.NasNames.Remove(name) } : record);
}
