using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Jobs;

/// <summary>A job on the wire: each release added fields.</summary>
internal static class JobRow
{
    public static JsonObject Of(Job job, BoxMoment moment, Session session)
    {
        var release = moment.Product.Release;
        var row = new JsonObject { ["id"] = job.Id };

        // DDP speaks the schema of 24.10 whatever comes after it.
        if (release >= Release.TrueNas2510 && session.Transport is not Transport.Ddp)
        {
            row["message_ids"] = job.MessageId is { } id ? new JsonArray(JsonNode.Parse(id)) : new JsonArray();
        }

        row["method"] = job.Method;
        row["arguments"] = JsonNode.Parse(job.Arguments);

        if (release >= Release.Scale2212)
        {
            row["transient"] = false;
            row["description"] = job.Description;
            row["abortable"] = job.IsAbortable;
        }

        row["logs_path"] = null;
        row["logs_excerpt"] = null;
        row["progress"] = new JsonObject
        {
            ["percent"] = job.State is JobState.Waiting ? null : Percent(job.Percent),
            ["description"] = job.State is JobState.Waiting ? null : "",
            ["extra"] = null,
        };
        row["result"] = job.Result is { } result ? JsonNode.Parse(result) : null;

        if (release >= Release.Scale2410)
        {
            row["result_encoding_error"] = null;
        }

        row["error"] = job.State is JobState.Aborted ? "Aborted" : job.Error;
        row["exception"] = job.Error is null ? null : $"Traceback (most recent call last):\n{job.Error}\n";
        row["exc_info"] = Exception(job, release);
        row["state"] = job.State.ToString().ToUpperInvariant();
        row["time_started"] = JsonReading.Date(job.StartedAt);
        row["time_finished"] = JsonReading.Date(job.FinishedAt);

        if (release >= Release.Scale2310)
        {
            row["credentials"] = Credentials(job, release);
        }

        return row;
    }

    /// <summary>Whole where it is: the number is an int or a float as it comes.</summary>
    private static JsonNode Percent(double percent) => percent == Math.Floor(percent) ? (long)percent : percent;

    private static JsonObject? Exception(Job job, Release release)
    {
        if (job.Error is null)
        {
            return null;
        }

        var exception = new JsonObject();

        if (release >= Release.Scale2212)
        {
            exception["repr"] = $"CallError({job.Error})";
        }

        exception["type"] = "CallError";

        if (release >= Release.Scale2410)
        {
            exception["errno"] = job.Errno;
        }

        exception["extra"] = null;

        return exception;
    }

    private static JsonObject? Credentials(Job job, Release release)
    {
        if (job.Owner is null)
        {
            return null;
        }

        var data = new JsonObject();

        if (release >= Release.TrueNas2504 || job.OwnerKey is null)
        {
            data["username"] = job.Owner;
        }

        if (job.OwnerKey is { } key)
        {
            data["api_key"] = new JsonObject { ["id"] = key, ["name"] = job.Owner };
        }

        return new JsonObject { ["type"] = job.OwnerKey is null ? "LOGIN_PASSWORD" : "API_KEY", ["data"] = data };
    }
}
