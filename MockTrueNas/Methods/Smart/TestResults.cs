using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Products;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Methods.Smart;

/// <summary><c>smart.test.results</c>: the logs of the drives; one without a log is silently missing.</summary>
internal static class TestResults
{
    public static ApiMethod Method { get; } = ApiMethod.Filterable("smart.test.results", Run) with { Role = "REPORTING_READ" };

    private static ApiAnswer Run(ApiCall call, QueryArguments query)
    {
        var moment = call.Box.Look();
        var drives = moment.Rows.Where(drive => drive.IsInserted && drive.Case is not DriveCase.UnknownRotation)
            .Where(drive => !call.Product.IsCore || drive.Model.Protocol is not DriveProtocol.Nvme);
        var testsFilter = (query.Extra["tests_filter"] as JsonArray)?.Select(QueryFilter.TryParse).OfType<QueryFilter>().ToImmutableArray() ?? [];

        return Query.Answer(drives.Select(drive => Row(drive, moment, call.Session, testsFilter)), OnCoreByDiskOnly(query, call.Product), call.Product);
    }

    /// <summary>CORE filters rows that have no other field yet: whatever else is asked of them, they have it not.</summary>
    private static QueryArguments OnCoreByDiskOnly(QueryArguments query, Product product) =>
        product.IsCore && query.Filters.OfType<JsonArray>().Any(filter => filter.Count == 3 && filter[0].AsText() != "disk")
            ? query with { Filters = new JsonArray(new JsonArray("disk", "=", "")) }
            : query;

    private static JsonObject Row(Drive drive, BoxMoment moment, Session session, ImmutableArray<QueryFilter> testsFilter)
    {
        var row = new JsonObject { ["disk"] = drive.Name };

        if (!moment.Product.IsCore)
        {
            foreach (var (name, value) in Disks.DiskRow.Of(drive, moment, session))
            {
                row[name] = value?.DeepClone();
            }
        }

        if (moment.Product.Release > Release.Core120)
        {
            row["current_test"] = CurrentTest.ProgressOf(drive, moment) is { } progress ? new JsonObject { ["progress"] = progress } : null;
        }

        row["tests"] = JsonReading.Array(Tests(drive, moment)
            .Where(test => testsFilter.All(filter => filter.Matches(test)))
            .Select(test => (JsonNode)test));

        return row;
    }

    /// <summary>Before 24.10 nobody reads the log of NVMe.</summary>
    private static IEnumerable<JsonObject> Tests(Drive drive, BoxMoment moment) =>
        drive.Model.Protocol is DriveProtocol.Nvme && moment.Product.Release < Release.Scale2410
            ? []
            : SelfTestLog.Of(drive, moment).Select((test, place) => LogRow.Of(test, place, drive, moment));
}
