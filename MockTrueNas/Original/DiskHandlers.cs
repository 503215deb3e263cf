using Burnin.MockTrueNas.Original.Fleet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Burnin.MockTrueNas.Original;

internal static class DiskHandlers
{
    public static Ok<List<OriginalDisk>> List(PretendNas nas)
    {
        var moment = nas.Look();

        return TypedResults.Ok(moment.State.Drives
            .Where(drive => drive.IsInserted)
            .OrderBy(drive => drive.Name, StringComparer.Ordinal)
            .Select(drive => OriginalDisk.Of(drive, moment))
            .ToList());
    }
}
