using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Jobs;
using Burnin.MockTrueNas.Products;
using Burnin.MockTrueNas.SelfTests;
using Burnin.MockTrueNas.Smartctl;
using Burnin.MockTrueNas.Violations;

namespace Burnin.MockTrueNas.Methods.Smart;

/// <summary>
/// <c>smart.test.manual_test</c>: starts tests, and a job that watches each. What goes wrong with one drive stands in its entry of
/// an answer that is a success.
/// </summary>
internal static class ManualTest
{
    /// <summary>What the product believes of a test whose length smartctl does not tell.</summary>
    private static readonly TimeSpan Guess = TimeSpan.FromMinutes(1);

    public static ApiMethod Method { get; } = new("smart.test.manual_test", Run) { Parameters = [new Parameter("disks")] };

    public static SelfTestKind? KindOf(string? text) => text switch
    {
        "SHORT" => SelfTestKind.Short,
        "LONG" => SelfTestKind.Long,
        "CONVEYANCE" => SelfTestKind.Conveyance,
        "OFFLINE" => SelfTestKind.Offline,
        _ => null,
    };

    private static ApiAnswer Run(ApiCall call)
    {
        if (call.Argument(0) is not JsonArray list)
        {
            return ApiAnswer.Wrong("disks", "A list was expected");
        }

        if (list.Count == 0)
        {
            return ApiAnswer.Wrong("disks", "Please specify at least one disk.");
        }

        var wishes = list.Select(wish => wish as JsonObject ?? []).ToImmutableArray();
        var errors = wishes.Index().SelectMany(wish => Faults(wish.Item, wish.Index, call.Box.Look())).ToImmutableArray();

        if (!errors.IsEmpty)
        {
            return new ApiAnswer.Invalid(errors);
        }

        if (wishes.Any(wish => wish["mode"].AsText() == "FOREGROUND"))
        {
            call.Box.Violations.Add(ViolationKind.CaptiveTest, "smart.test.manual_test in the foreground");
        }

        return JsonReading.Array(wishes.Select(wish => (JsonNode)call.Box.Change(moment => Started(wish, moment))));
    }

    private static IEnumerable<AttributeError> Faults(JsonObject wish, int place, BoxMoment moment)
    {
        if (KindOf(wish["type"].AsText()) is null)
        {
            yield return new AttributeError($"disks.{place}.type", $"Invalid choice: {wish["type"]?.ToJsonString()}");
        }

        if (wish["mode"] is { } mode && mode.AsText() is not ("FOREGROUND" or "BACKGROUND"))
        {
            yield return new AttributeError($"disks.{place}.mode", $"Invalid choice: {mode.ToJsonString()}");
        }

        var identifier = wish["identifier"].AsText();

        if (identifier is null || moment.FindByIdentifier(identifier) is not { IsInserted: true } drive)
        {
            yield return new AttributeError($"disks.{place}.identifier", $"{identifier} is not valid. Please provide a valid disk identifier.");
        }
        else if (drive.Model.Protocol is DriveProtocol.Nvme && moment.Product.Release < Release.Scale2410)
        {
            yield return new AttributeError(
                $"disks.{place}.identifier",
                moment.Product.IsCore ? $"{identifier} is not valid. Please provide a valid disk identifier." : $"{identifier} does not support S.M.A.R.T test.");
        }
    }

    private static (BoxState State, JsonObject Said) Started(JsonObject wish, BoxMoment moment)
    {
        var identifier = wish["identifier"].AsText()!;
        var kind = KindOf(wish["type"].AsText())!.Value;
        var drive = moment.FindByIdentifier(identifier)!;
        var before = SelfTestLog.Of(drive, moment).Length;
        var answer = TestCommand.Start(drive, kind, moment);
        var state = answer.Changed is { } changed ? moment.State.With(changed) : moment.State;
        var said = new JsonObject { ["disk"] = drive.Name, ["identifier"] = identifier };

        if (!moment.Product.IsCore)
        {
            said["error"] = null;
        }

        if (answer.Exit != 0)
        {
            said["error"] = $"smartctl failed for disk {drive.Name}:\n{SmartctlBanner.Text(moment.Product)}{answer.Text}";
            return (state, said);
        }

        if (Expected(drive, kind, answer, moment) is not { } expected)
        {
            said["error"] = $"{SmartctlBanner.Text(moment.Product)}{answer.Text}";
            return (state, said);
        }

        var (next, job) = JobClerk.Add(state, id => new Job
        {
            Id = id,
            Method = "smart.test.wait",
            Arguments = Arguments(wish, drive, expected, before + 1, moment.Product).ToJsonString(),
            Work = new JobWork.SelfTestWait(drive.Slot, expected, before + 1),
            StartedAt = moment.Now,
            IsAbortable = moment.Product.Release >= Release.Scale2410,
        });
        said["expected_result_time"] = JsonReading.Date(expected);
        said["job"] = job.Id;

        return (next, said);
    }

    /// <summary>Null where smartctl says nothing that the product can read: then even a test that runs is told as an error.</summary>
    private static DateTimeOffset? Expected(Drive drive, SelfTestKind kind, SmartctlAnswer answer, BoxMoment moment) =>
        answer.Text.Contains("Please wait", StringComparison.Ordinal) ? moment.Now + (TimeSpan.FromMinutes(SelfTest.MinutesOf(drive.Model, kind)) / moment.SpeedUp)
        : answer.Text.Contains("elf Test has begun", StringComparison.Ordinal) || answer.Text.Contains("Self-test has begun", StringComparison.Ordinal)
            ? moment.Now + (Guess / moment.SpeedUp)
            : null;

    private static JsonArray Arguments(JsonObject wish, Drive drive, DateTimeOffset expected, int awaited, Product product)
    {
        var arguments = new JsonArray(
            new JsonObject
            {
                ["disk"] = drive.Name,
                ["identifier"] = wish["identifier"]!.DeepClone(),
                ["mode"] = wish["mode"]?.DeepClone() ?? "BACKGROUND",
                ["type"] = wish["type"]!.DeepClone(),
            },
            JsonReading.Date(expected));

        if (product.Release is Release.Core120)
        {
            arguments.Add(awaited);
        }

        return arguments;
    }
}
