using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Violations;

namespace Burnin.MockTrueNas.Methods.Smart;

/// <summary>
/// <c>smart.test.query</c> and <c>smart.test.create</c>. The second looks like a way to start a test, and stores one that comes
/// back for ever: whoever calls it is written down.
/// </summary>
internal static class TestSchedules
{
    public static ApiMethod Query { get; } = ApiMethod.Filterable("smart.test.query", Find) with { Role = "READONLY_ADMIN" };

    public static ApiMethod Create { get; } = new("smart.test.create", Store) { Parameters = [new Parameter("smart_task_create")] };

    /// <summary>What an owner has set up before anybody came with a burn-in.</summary>
    public static ImmutableArray<JsonObject> Usual(ImmutableArray<Drive> drives) =>
        drives.FirstOrDefault(drive => drive.Case is DriveCase.PoolData) is { } drive
            ? [Row(1, "LONG", ["1", "2", "*", "*"], "monthly", [DriveIdentifier.Of(drive)])]
            : [];

    private static ApiAnswer Find(ApiCall call, QueryArguments query) =>
        Api.Query.Answer(call.Box.Look().State.Schedules.Select(row => (JsonObject)row.DeepClone()), query, call.Product);

    private static ApiAnswer Store(ApiCall call)
    {
        call.Box.Violations.Add(ViolationKind.TestScheduled, "smart.test.create");

        if (call.Object(0) is not { } wish || ManualTest.KindOf(wish["type"].AsText()) is null)
        {
            return ApiAnswer.Wrong("smart_task_create.type", "attribute required");
        }

        ImmutableArray<string> disks = wish["disks"] is JsonArray list ? [.. list.Select(disk => disk.AsText() ?? "")] : [];
        var isForAll = wish["all_disks"].AsFlag() is true;
        var errors = Faults(disks, isForAll, call.Box.Look());

        if (!errors.IsEmpty)
        {
            return new ApiAnswer.Invalid(errors);
        }

        return call.Box.Change<ApiAnswer>(moment =>
        {
            var schedule = wish["schedule"] as JsonObject ?? [];
            var row = Row(
                moment.State.Schedules.Length + 1,
                wish["type"].AsText()!,
                [Part("hour"), Part("dom"), Part("month"), Part("dow")],
                wish["desc"].AsText() ?? "",
                disks);
            row["all_disks"] = isForAll;

            return (moment.State with { Schedules = moment.State.Schedules.Add(row) }, (JsonNode)row.DeepClone());

            // What is left out is every hour of every day.
            string Part(string name) => schedule[name].AsText() ?? "*";
        });
    }

    private static ImmutableArray<AttributeError> Faults(ImmutableArray<string> disks, bool isForAll, BoxMoment moment)
    {
        var wrong = disks.Index().Where(disk => moment.FindByIdentifier(disk.Item) is null).ToImmutableArray();

        return disks.IsEmpty && !isForAll ? [new AttributeError("smart_test_create.disks", "This field is required")]
            : wrong.IsEmpty ? []
            : moment.Product.IsCore
                ? [new AttributeError("smart_test_create.disks", $"The following disks are invalid: {string.Join(", ", wrong.Select(disk => disk.Item))}")]
                : [.. wrong.Select(disk => new AttributeError($"smart_test_create.disks.{disk.Index}", "Invalid disk"))];
    }

    private static JsonObject Row(int id, string type, ImmutableArray<string> times, string description, ImmutableArray<string> disks) => new()
    {
        ["id"] = id,
        ["type"] = type,
        ["desc"] = description,
        ["all_disks"] = false,
        ["disks"] = JsonReading.Texts(disks),
        ["schedule"] = new JsonObject { ["hour"] = times[0], ["dom"] = times[1], ["month"] = times[2], ["dow"] = times[3] },
    };
}
