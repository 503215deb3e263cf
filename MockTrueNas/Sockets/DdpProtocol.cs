using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>The product's older socket, <c>/websocket</c>, which every generation serves; from 25.04 on it speaks the schema of 24.10.</summary>
internal sealed class DdpProtocol : ISocketProtocol
{
    private readonly SocketConnection _connection;
    private readonly Box _box;
    private readonly Session _session;
    private readonly FeedPump _feeds;
    private readonly SocketCalls _calls;
    private bool _hasShakenHands;

    public DdpProtocol(SocketConnection connection, Box box, Session session, FeedPump feeds)
    {
        (_connection, _box, _session, _feeds, _calls) = (connection, box, session, feeds, new SocketCalls(connection, box));
        feeds.Tell = TellAsync;
        feeds.TellEnd = (id, _) => _connection.SendAsync(new JsonObject { ["msg"] = "nosub", ["id"] = id });
    }

    public async Task OnMessageAsync(string text)
    {
        if (MessageSize.Excess(text, _session, _box.Product) is { } excess)
        {
            await _connection.CloseAsync(excess.Status, excess.Reason);
            return;
        }

        if (Read(text) is not { } message)
        {
            await _connection.CloseAsync(System.Net.WebSockets.WebSocketCloseStatus.InternalServerError, "");
            return;
        }

        await (message["msg"].AsText() switch
        {
            "connect" => ConnectAsync(message),
            _ when !_hasShakenHands => FailAsync(),
            "method" => CallAsync(message),
            "ping" => PongAsync(message),
            "sub" => SubscribeAsync(message),
            "unsub" => UnsubscribeAsync(message),
            _ => Task.CompletedTask,
        });
    }

    private static JsonObject? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task ConnectAsync(JsonObject message)
    {
        if (message["version"].AsText() != "1")
        {
            return FailAsync();
        }

        _hasShakenHands = true;

        return _connection.SendAsync(new JsonObject { ["msg"] = "connected", ["session"] = Guid.NewGuid().ToString() });
    }

    private Task FailAsync() => _connection.SendAsync(new JsonObject { ["msg"] = "failed", ["version"] = "1" });

    private Task PongAsync(JsonObject message)
    {
        var pong = new JsonObject { ["msg"] = "pong" };

        if (message.ContainsKey("id"))
        {
            pong["id"] = message["id"]?.DeepClone();
        }

        return _connection.SendAsync(pong);
    }

    private Task SubscribeAsync(JsonObject message)
    {
        var id = message["id"].AsText() ?? "";
        var name = message["name"].AsText() ?? "";

        if (!SubscriptionAccess.Allows(name, _session, _box.Product))
        {
            return _connection.SendAsync(new JsonObject { ["msg"] = "nosub", ["id"] = id, ["error"] = Error(Errno.Access, "Not authorized", null, null, null) });
        }

        _feeds.Add(id, name);

        return _connection.SendAsync(new JsonObject { ["msg"] = "ready", ["subs"] = new JsonArray(id) });
    }

    private Task UnsubscribeAsync(JsonObject message)
    {
        _feeds.Remove(message["id"].AsText() ?? "");

        return Task.CompletedTask;
    }

    private Task CallAsync(JsonObject message)
    {
        var id = message["id"]?.DeepClone();

        if (message["method"].AsText() is not { } name)
        {
            return ErrorAsync(id, Errno.Invalid, "Message is malformed: 'method' is absent.");
        }

        if (message["params"] is not (null or JsonArray))
        {
            return ErrorAsync(id, Errno.Invalid, "`params` must be a list.");
        }

        if (Dispatcher.Find(_box, name) is not { IsNotInRest: var isSocketOnly } method || (isSocketOnly && method.Name.StartsWith("core.", StringComparison.Ordinal)))
        {
            return ErrorAsync(id, Errno.NoMethod, $"[ENOMETHOD] Method '{name[(name.LastIndexOf('.') + 1)..]}' not found in '{name[..Math.Max(0, name.LastIndexOf('.'))]}'", "CallError");
        }

        _ = _calls.GuardAsync(() => AnswerAsync(id, method, new ApiCall(_box, _session, (JsonArray?)message["params"]?.DeepClone() ?? [], id)));

        return Task.CompletedTask;
    }

    private async Task AnswerAsync(JsonNode? id, ApiMethod method, ApiCall call)
    {
        var answer = await _calls.RunAsync(
            method, call, waitsForJobs: false, () => new ApiAnswer.Refused(Errno.TooManyReferences, $"Maximum number of concurrent calls ({CallLimit.Most}) has exceeded."));

        await (answer switch
        {
            null => Task.CompletedTask,
            ApiAnswer.Result result => ResultAsync(id, result.Value),
            ApiAnswer.Started started => ResultAsync(id, started.JobId),
            ApiAnswer.Refused refused => RefusedAsync(id, refused),
            ApiAnswer.Invalid invalid => ErrorAsync(id, Errno.Again, JsonRpcErrorData.Reason(invalid), "ValidationErrors", "VALIDATION", JsonRpcErrorData.Extra(invalid)),
            ApiAnswer.NoMatch => ErrorAsync(id, Errno.Invalid, "MatchNotFound()", "MatchNotFound"),
            ApiAnswer.Crashed crashed => ErrorAsync(id, Errno.Invalid, crashed.Reason, crashed.Exception),
            _ => throw new UnreachableException(),
        });
    }

    /// <summary>What the socket itself refuses has no number before its words, until 25.04.</summary>
    private Task RefusedAsync(JsonNode? id, ApiAnswer.Refused refused)
    {
        var isOfSocket = refused.Errno is Errno.NotAuthenticated or Errno.TooManyReferences
            || refused is { Errno: Errno.Access } or { Errno: Errno.Busy, Reason: "Rate Limit Exceeded" };

        return isOfSocket && (!_box.Product.HasUserKeys || refused.Errno is Errno.TooManyReferences)
            ? ErrorAsync(id, refused.Errno, refused.Reason)
            : ErrorAsync(id, refused.Errno, $"[{Errno.Name(refused.Errno)}] {refused.Reason}", "CallError");
    }

    private Task ResultAsync(JsonNode? id, JsonNode? result) => _connection.SendAsync(new JsonObject { ["id"] = id?.DeepClone(), ["msg"] = "result", ["result"] = result });

    private Task ErrorAsync(JsonNode? id, int errno, string reason, string? exception = null, string? type = null, JsonArray? extra = null) =>
        _connection.SendAsync(new JsonObject { ["id"] = id?.DeepClone(), ["msg"] = "result", ["error"] = Error(errno, reason, exception, type, extra) });

    private JsonObject Error(int errno, string reason, string? exception, string? type, JsonArray? extra)
    {
        var error = new JsonObject { ["error"] = OnThisSystem(errno) };

        if (!_box.Product.IsCore)
        {
            error["errname"] = Errno.Name(errno);
        }

        error["type"] = type;
        error["reason"] = reason;
        error["trace"] = exception is null ? null : JsonRpcErrorData.Trace(exception, reason, _box.Product);
        error["extra"] = extra;

        return error;
    }

    /// <summary>FreeBSD counts some of them differently.</summary>
    private int OnThisSystem(int errno) => (_box.Product.IsCore, errno) switch
    {
        (true, Errno.Again) => 35,
        (true, Errno.TooManyReferences) => 59,
        _ => errno,
    };

    private Task TellAsync(string name, FeedEvent told)
    {
        var message = new JsonObject { ["msg"] = told.Kind, ["collection"] = name };

        if (told.Id is not null)
        {
            message["id"] = told.Id.DeepClone();
        }

        if (told.Fields is not null)
        {
            message["fields"] = told.Fields.DeepClone();
        }

        return _connection.SendAsync(message);
    }
}
