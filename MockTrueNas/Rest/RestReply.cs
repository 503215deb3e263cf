using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Rest;

/// <summary>Puts an answer into REST's shapes: 200, 404 and 422 for what was said, 500 for what crashed.</summary>
internal static class RestReply
{
    private const string Json = "application/json; charset=utf-8";

    public static Task AnswerAsync(HttpContext context, Box box, ApiAnswer answer)
    {
        var (status, body) = answer switch
        {
            ApiAnswer.Result result => (StatusCodes.Status200OK, result.Value),
            ApiAnswer.Started started => (StatusCodes.Status200OK, (JsonNode)started.JobId),
            ApiAnswer.Refused refused => (StatusCodes.Status422UnprocessableEntity, new JsonObject { ["message"] = refused.Reason, ["errno"] = refused.Errno }),
            ApiAnswer.Invalid invalid => (StatusCodes.Status422UnprocessableEntity, Errors(invalid)),
            ApiAnswer.NoMatch => (StatusCodes.Status404NotFound, new JsonObject { ["message"] = "" }),
            ApiAnswer.Crashed crashed => (
                StatusCodes.Status500InternalServerError,
                new JsonObject { ["message"] = crashed.Reason, ["traceback"] = $"Traceback (most recent call last):\n{crashed.Exception}: {crashed.Reason}\n" }),
            _ => throw new UnreachableException(),
        };

        return JsonAsync(context, box, status, body);
    }

    public static async Task JsonAsync(HttpContext context, Box box, int status, JsonNode? body)
    {
        var faults = box.Look().State.Faults;
        var bytes = Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null");
        context.Response.StatusCode = status;

        if (faults.DropAfterCall)
        {
            context.Abort();
            return;
        }

        if (faults.Html)
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<!DOCTYPE html><html><head><title>TrueNAS</title></head><body></body></html>", context.RequestAborted);
            return;
        }

        context.Response.ContentType = Json;
        context.Response.ContentLength = bytes.Length;

        if (faults.CutBody)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    public static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";

        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static JsonObject Errors(ApiAnswer.Invalid invalid) => new(invalid.Errors
        .GroupBy(error => error.Attribute)
        .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)JsonReading.Array(group.Select(error => (JsonNode)new JsonObject { ["message"] = error.Message, ["errno"] = error.Errno })))));
}
