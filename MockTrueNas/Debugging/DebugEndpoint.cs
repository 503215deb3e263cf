using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Faults;
using Burnin.MockTrueNas.Hosts;

namespace Burnin.MockTrueNas.Debugging;

/// <summary>The levers of a box: look at it, break it, mend it. Each answers with the state, as the original's do.</summary>
internal static class DebugEndpoint
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static async Task InvokeAsync(HttpContext context, Box box, string path)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);

        try
        {
            await ((context.Request.Method, parts) switch
            {
                ("GET", ["state"]) => StateAsync(context, box),
                ("GET", ["violations"]) => JsonAsync(context, JsonSerializer.SerializeToNode(box.Violations.All, Wire)),
                ("POST", ["violations", "take"]) => JsonAsync(context, JsonSerializer.SerializeToNode(box.Violations.Take(), Wire)),
                ("GET", ["calls"]) => JsonAsync(context, JsonSerializer.SerializeToNode(new { Counts = box.Calls.Counts(), Recent = box.Calls.Recent() }, Wire)),
                ("POST", ["host", var tool]) => HostAsync(context, box, tool, body),
                ("POST", ["reset"]) => DoneAsync(box.Reset),
                ("POST", ["reboot"]) => DoneAsync(box.Reboot),
                ("POST", ["disconnect"]) => DoneAsync(box.Disconnect),
                ("POST", ["complete-all-jobs"]) => DoneAsync(() => BoxLevers.CompleteAllTests(box)),
                ("POST", ["faults"]) => FaultsAsync(context, box, body),
                ("POST", ["keys", var user, var lever]) => Changed(BoxLevers.TryKey(box, user, lever)),
                ("POST", ["drives", var name, var lever]) => Changed(BoxLevers.TryDrive(box, name, lever, JsonNode.Parse(body.Length == 0 ? "{}" : body) as JsonObject ?? [])),
                _ => RefuseAsync(context, StatusCodes.Status404NotFound, $"There is no lever {path}."),
            });
        }
        catch (JsonException exception)
        {
            await RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, exception.Message);
        }

        Task DoneAsync(Action pull)
        {
            pull();
            return StateAsync(context, box);
        }

        Task Changed(bool isThere) => isThere ? StateAsync(context, box) : RefuseAsync(context, StatusCodes.Status404NotFound, $"There is nothing to pull at {path}.");
    }

    /// <summary>A tool of the pretended host: its words in lines, its exit status in a header.</summary>
    private static Task HostAsync(HttpContext context, Box box, string tool, string body)
    {
        if (HostTools.Run(box, tool, [.. body.Split('\n')[..^1]]) is not { } answer)
        {
            return RefuseAsync(context, StatusCodes.Status404NotFound, $"The host has no {tool}.");
        }

        context.Response.Headers["X-Exit"] = answer.Exit.ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "text/plain; charset=utf-8";

        return context.Response.WriteAsync(answer.Output, context.RequestAborted);
    }

    private static Task FaultsAsync(HttpContext context, Box box, string body)
    {
        var faults = JsonSerializer.Deserialize<BoxFaults>(body.Length == 0 ? "{}" : body, Wire) ?? BoxFaults.None;

        if (!faults.IsPossible)
        {
            return RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, "slow_ms must not be negative, status lies in 400..599 or is null, idle_seconds is above zero or null.");
        }

        box.Change(moment => moment.State with { Faults = faults });

        return StateAsync(context, box);
    }

    private static Task StateAsync(HttpContext context, Box box)
    {
        var moment = box.Look();

        return JsonAsync(context, new JsonObject
        {
            ["name"] = box.Options.Name,
            ["profile"] = box.Product.Name,
            ["speed_up"] = moment.SpeedUp,
            ["now"] = moment.Now,
            ["booted_at"] = moment.State.BootedAt,
            ["boots"] = moment.State.Boots,
            ["faults"] = JsonSerializer.SerializeToNode(moment.State.Faults, Wire),
            ["violations"] = JsonSerializer.SerializeToNode(box.Violations.All, Wire),
            ["drives"] = JsonReading.Array(moment.State.Drives.Select(drive => (JsonNode)DebugDrive.Of(drive, moment))),
            ["pools"] = JsonReading.Array(moment.State.Pools.Select(pool => (JsonNode)new JsonObject
            {
                ["name"] = pool.Name,
                ["state"] = pool.State.ToString(),
                ["drives"] = JsonReading.Texts(moment.State.Drives.Where(drive => pool.Has(drive.Slot)).Select(drive => drive.Name)),
            })),
            ["jobs"] = JsonReading.Array(moment.State.Jobs.Select(job => (JsonNode)new JsonObject
            {
                ["id"] = job.Id,
                ["method"] = job.Method,
                ["state"] = job.State.ToString().ToUpperInvariant(),
                ["percent"] = job.Percent,
                ["started_at"] = job.StartedAt,
                ["ended_at"] = job.FinishedAt,
            })),
            ["keys"] = JsonReading.Array(moment.State.Keys.Select(key => (JsonNode)new JsonObject
            {
                ["user"] = key.User,
                ["key"] = key.Text,
                ["roles"] = JsonReading.Texts(key.Roles),
                ["expires_at"] = key.ExpiresAt,
                ["revoked_reason"] = key.RevokedReason,
            })),
        });
    }

    private static Task JsonAsync(HttpContext context, JsonNode? node)
    {
        context.Response.ContentType = "application/json; charset=utf-8";

        return context.Response.WriteAsync(node?.ToJsonString() ?? "null", context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;

        return JsonAsync(context, reason);
    }
}
