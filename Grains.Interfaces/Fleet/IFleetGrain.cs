using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Burnin.Grains.Interfaces.Fleet;

/// <summary>The list of all NAS boxes, one per cluster. Key: <c>fleet:burnin</c>. It lists, and decides nothing.</summary>
[GrainInterfaceType("burnin.fleet"), Alias("burnin.fleet")]
public interface IFleetGrain : IGrainWithStringKey
{
    /// <summary>Names, in the order of the alphabet.</summary>
    [AlwaysInterleave, Alias("nases")]
    Task<ImmutableArray<string>> GetNasNamesAsync();

    [Alias("add-nas")]
    Task AddNasAsync(string name);

    [Alias("remove-nas")]
    Task RemoveNasAsync(string name);
}
