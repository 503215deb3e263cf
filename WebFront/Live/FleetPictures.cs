using System.Collections.Immutable;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Fleet;

namespace Burnin.WebFront.Live;

/// <summary>The present pictures of the NAS boxes, one of them or all.</summary>
internal sealed class FleetPictures(IGrainFactory grains)
{
    /// <summary>In the order of the names.</summary>
    public async Task<NasPicture[]> GetAllAsync() =>
        await Task.WhenAll((await grains.Fleet().GetNasNamesAsync()).Select(name => grains.Feed(name).GetPictureAsync()));

    /// <summary>Null for a NAS that is not in the fleet: its feed would answer, with an empty picture.</summary>
    public async Task<NasPicture?> GetAsync(string nas)
    {
        ImmutableArray<string> names = await grains.Fleet().GetNasNamesAsync();
        return names.Contains(nas) ? await grains.Feed(nas).GetPictureAsync() : null;
    }
}
