using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;

namespace Burnin.Grains.Nases;

/// <summary>The drives that a NAS shows, or has shown last.</summary>
internal sealed class NasDrives(IGrainFactory grains)
{
    /// <summary>Tells every drive what was seen of it, and those of before that it was not seen.</summary>
    public async Task<(DriveView[] Seen, ImmutableArray<DriveView> All)> TellAsync(string nas, ImmutableArray<DriveFacts> drives, ImmutableArray<string> known)
    {
        var seen = await Task.WhenAll(drives.DistinctBy(drive => drive.IdOn(nas)).Select(async drive =>
            await grains.Drive(drive.IdOn(nas).Value).SeenAsync(drive.SeenOn(nas))));
        var missing = await Task.WhenAll(known.Except(seen.Select(drive => drive.Id)).Select(id => grains.Drive(id).MissingAsync(nas)));
        return (seen, [.. seen, .. missing.OfType<DriveView>()]);
    }

    public async Task<ImmutableArray<DriveView>> ReadAsync(string nas, ImmutableArray<string> known) =>
        [.. (await Task.WhenAll(known.Select(id => grains.Drive(id).GetAsync()))).OfType<DriveView>().Where(drive => drive.Nas == nas)];
}
