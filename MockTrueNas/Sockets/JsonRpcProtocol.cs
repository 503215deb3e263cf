using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>JSON-RPC 2.0 on <c>/api/current</c> and <c>/api/vX</c> (25.04+): positional parameters, no batches.</summary>
internal sealed class JsonRpcProtocol : ISocketProtocol, ISubscriptions
{
    private readonly SocketConnection _connection;
    private readonly Box _box;
    private readonly Session _session;
    private readonly FeedPump _feeds;
    private readonly SocketCalls _calls;

    public JsonRpcProtocol(SocketConnection connection, Box box, Session session, FeedPump feeds)
    {
        (_connection, _box, _session, _feeds, _calls) = (connection, box, session, feeds, new SocketCalls(connection, box));
        session.Subscriptions = this;
        feeds.Tell = TellAsync;
        feeds.TellEnd = TellEndAsync;
    }

    public string Add(string name)
    {
        var id = Guid.NewGuid().ToString();
        _feeds.Add(id, name);

        return id;
    }

    public void Remove(string id) => _feeds.Remove(id);

    public async Task OnMessageAsync(string text)
    {
        if (MessageSize.Excess(text, _session, _box.Product) is { } excess)
        {
            await _connection.CloseAsync(excess.Status, excess.Reason);
            return;
        }

        JsonNode? message;

        try
        {
            message = JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            await ErrorAsync(null, JsonRpcError.InvalidJson, exception.Message);
            return;
        }

        if (message is not JsonObject request)
        {
            await ErrorAsync(null, JsonRpcError.InvalidJson, message is JsonArray ? "Batch messages are not supported at this time" : "Invalid Message Format");
            return;
        }

        // Without an id it is a notification, which gets no answer, not even an error.
        var id = request.ContainsKey("id") ? new Answerable(request["id"]?.DeepClone()) : null;

        if (WrongIn(request) is { } wrong)
        {
            await ErrorAsync(id, JsonRpcError.InvalidRequest, wrong);
            return;
        }

        if (Dispatcher.Find(_box, request["method"].AsText()!) is not { } method)
        {
            await ErrorAsync(id, JsonRpcError.MethodNotFound, "Method does not exist");
            return;
        }

        var arguments = (JsonArray?)request["params"]?.DeepClone() ?? [];
        _ = _calls.GuardAsync(() => AnswerAsync(id, method, new ApiCall(_box, _session, arguments, id?.Id)));
    }

    private static string? WrongIn(JsonObject request) => request switch
    {
        _ when !request.ContainsKey("jsonrpc") => "Missing 'jsonrpc' member",
        _ when request["jsonrpc"].AsText() != "2.0" => "'jsonrpc' member must be of type string and must be exactly '2.0'",
        _ when request["id"] is JsonObject or JsonArray => "'id' member must be of type null, string or number",
        _ when !request.ContainsKey("method") => "Missing 'method' member",
        _ when request["method"].AsText() is null or "" => "'method' member must be of type string",
        _ when request.ContainsKey("params") && request["params"] is not JsonArray => "'params' member must be of type array",
        _ => null,
    };

    private async Task AnswerAsync(Answerable? id, ApiMethod method, ApiCall call)
    {
        var isTooMany = false;
        var answer = await _calls.RunAsync(method, call, waitsForJobs: !_session.HasLegacyJobs, () =>
        {
            isTooMany = true;
            return ApiAnswer.Of(null);
        });

        if (answer is null || id is null)
        {
            return;
        }

        if (isTooMany)
        {
            await ErrorAsync(id, JsonRpcError.TooManyCalls, $"Maximum number of concurrent calls ({CallLimit.Most}) has exceeded");
            return;
        }

        await (answer switch
        {
            ApiAnswer.Result result => ResultAsync(id, result.Value),
            ApiAnswer.Started started => ResultAsync(id, started.JobId),
            ApiAnswer.Refused refused => ErrorAsync(id, JsonRpcError.CallError, "Method call error", JsonRpcErrorData.Of(refused.Errno, $"[{Errno.Name(refused.Errno)}] {refused.Reason}", "CallError", _box.Product)),
            ApiAnswer.Invalid invalid => ErrorAsync(id, JsonRpcError.InvalidParams, "Invalid params", JsonRpcErrorData.Of(invalid, _box.Product)),
            ApiAnswer.NoMatch => ErrorAsync(id, JsonRpcError.CallError, "Method call error", JsonRpcErrorData.Of(Errno.Invalid, "MatchNotFound()", "MatchNotFound", _box.Product)),
            ApiAnswer.Crashed crashed => ErrorAsync(id, JsonRpcError.CallError, "Method call error", JsonRpcErrorData.Of(Errno.Invalid, crashed.Reason, crashed.Exception, _box.Product)),
            _ => throw new UnreachableException(),
        });
    }

    private Task ResultAsync(Answerable id, JsonNode? result) =>
        _connection.SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["result"] = result, ["id"] = id.Id?.DeepClone() });

    private Task ErrorAsync(Answerable? id, int code, string message, JsonObject? data = null)
    {
        if (id is null && code is not JsonRpcError.InvalidJson)
        {
            return Task.CompletedTask;
        }

        var error = new JsonObject { ["code"] = code, ["message"] = message };

        if (data is not null)
        {
            error["data"] = data;
        }

        return _connection.SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["error"] = error, ["id"] = id?.Id?.DeepClone() });
    }

    private Task TellAsync(string name, FeedEvent told)
    {
        var update = new JsonObject { ["msg"] = told.Kind, ["collection"] = name };

        if (told.Id is not null)
        {
            update["id"] = told.Id.DeepClone();
        }

        if (told.Fields is not null)
        {
            update["fields"] = told.Fields.DeepClone();
        }

        return NotifyAsync("collection_update", update);
    }

    private Task TellEndAsync(string id, string name) => NotifyAsync("notify_unsubscribed", new JsonObject { ["collection"] = name, ["error"] = null });

    private Task NotifyAsync(string method, JsonObject parameters) =>
        _connection.SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    /// <summary>A call that wants an answer; its id may be null all the same.</summary>
    private sealed record Answerable(JsonNode? Id);
}
