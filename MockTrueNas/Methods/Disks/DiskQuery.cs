using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary><c>disk.query</c>: the rows of the database, with what extra options ask for.</summary>
internal static class DiskQuery
{
    public static ApiMethod Method { get; } = ApiMethod.Filterable("disk.query", Run) with { Role = "DISK_READ" };

    private static ApiAnswer Run(ApiCall call, QueryArguments query)
    {
        var moment = call.Box.Look();
        var drives = moment.Rows.Where(drive => query.Wants("include_expired") || drive.ExpiresAt is null);
        var rows = drives.Select(drive => Row(drive, moment, call, query));

        if (!query.Wants("supports_smart") || call.Product is { IsCore: true } or { HasSmart: false })
        {
            return Query.Answer(rows, query, call.Product);
        }

        return Query.Answer(rows, query, call.Product) switch
        {
            ApiAnswer.Result { Value: JsonArray { Count: > 1 } } =>
                new ApiAnswer.Refused(Errno.Fault, "`supports_smart` cannot be queried if disk count is greater than 1"),
            ApiAnswer.Result { Value: JsonArray { Count: 1 } one } found => Filled(found, (JsonObject)one[0]!),
            ApiAnswer.Result { Value: JsonObject one } found => Filled(found, one),
            var other => other,
        };
    }

    private static JsonObject Row(Drive drive, BoxMoment moment, ApiCall call, QueryArguments query)
    {
        var row = DiskRow.Of(drive, moment, call.Session, query.Wants("pools"));

        if (query.Wants("passwords"))
        {
            row["passwd"] = "";
            row["kmip_uid"] = null;
        }

        if (query.Wants("sed_status") && row.ContainsKey("sed"))
        {
            row["sed_status"] = "UNSUPPORTED";
        }

        return row;
    }

    private static ApiAnswer.Result Filled(ApiAnswer.Result answer, JsonObject row)
    {
        row["supports_smart"] = row["bus"].AsText() != "USB";

        return answer;
    }
}
