using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Jobs;
using Burnin.MockTrueNas.Methods.Disks;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>Which feed a name stands for.</summary>
internal static class Feeds
{
    private const string Progress = "smart.test.progress:";

    /// <summary>Null for a name that brings nothing here: the product takes any, and most are never heard of again.</summary>
    public static IFeed? Of(string name, Box box, Session session)
    {
        var product = box.Product;

        return name switch
        {
            "core.get_jobs" => new RowFeed(moment => Jobs(moment, session), tellsOfChanges: true, box.Look()),
            "disk.query" when product.Release >= Release.TrueNas260 => new RowFeed(moment => Disks(moment, session), tellsOfChanges: true, box.Look()),
            _ when name.StartsWith(Progress, StringComparison.Ordinal) && product is { IsCore: false, HasSmart: true } => new ProgressFeed(name[Progress.Length..]),
            _ => null,
        };
    }

    private static IEnumerable<(string Id, JsonNode Key, JsonObject Row)> Jobs(BoxMoment moment, Session session) => moment.State.Jobs
        .Where(job => JobAccess.Allows(job, session, moment.Product))
        .Select(job => ($"{moment.State.BootId}/{job.Id}", (JsonNode)job.Id, JobRow.Of(job, moment, session)));

    private static IEnumerable<(string Id, JsonNode Key, JsonObject Row)> Disks(BoxMoment moment, Session session) => moment.Rows
        .Where(drive => drive.ExpiresAt is null)
        .Select(drive => (DriveIdentifier.Of(drive), (JsonNode)DriveIdentifier.Of(drive), DiskRow.Of(drive, moment, session)));
}
