using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.WebFront.Nases;

/// <summary>What a page starts from before it applies deltas.</summary>
internal sealed record NasSnapshot(string Nas, long Epoch, long Seq, NasStatus? Status, ImmutableArray<DriveView> Drives)
{
    public static NasSnapshot Of(NasPicture picture) => new(picture.Nas, picture.Epoch, picture.Sequence, picture.Status, picture.Drives);
}
