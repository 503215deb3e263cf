using System.Diagnostics;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Rest;

/// <summary>Everything below <c>/api/v2.0</c>.</summary>
internal static class RestEndpoint
{
    public const string Root = "/api/v2.0";

    public static async Task InvokeAsync(HttpContext context, Box box, Session session)
    {
        var request = context.Request;
        var path = request.Path.Value![Root.Length..];

        if (request.Method == "GET" && path is "" or "/" or "/openapi.json")
        {
            await RestReply.JsonAsync(context, box, StatusCodes.Status200OK, OpenApi.Of(box.Product, request.Host.Value ?? ""));
            return;
        }

        var match = RestMatch.Of(RestRoutes.Of(box.Product), request.Method, path);

        if (match is not RestMatch.Route route || Dispatcher.Find(box, route.To.Method.Name) is not { } method)
        {
            var (status, text) = match is RestMatch.NoVerb ? (StatusCodes.Status405MethodNotAllowed, "405: Method Not Allowed") : (StatusCodes.Status404NotFound, "404: Not Found");
            await RestReply.TextAsync(context, status, text);
            return;
        }

        if (RestAuthentication.TryLogIn(request, box, session) is { } unauthorized)
        {
            await RestReply.TextAsync(context, StatusCodes.Status401Unauthorized, unauthorized);
            return;
        }

        if (session.Login is null && !method.NeedsNoLogin)
        {
            await RestReply.TextAsync(context, StatusCodes.Status401Unauthorized, RestAuthentication.Plain(box.Product));
            return;
        }

        var isDenied = box.Look().State.Faults.DenyRoles && method is { NeedsNoLogin: false, NeedsNoRole: false };

        if (isDenied || !Authorization.May(session, method, box.Product, request.Method, route.To.Path))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await CallAsync(context, box, session, route);
    }

    private static async Task CallAsync(HttpContext context, Box box, Session session, RestMatch.Route route)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var query = context.Request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()));

        switch (RestArguments.Of(route.To, route.Id, query, body, box.Product))
        {
            case RestArguments.Malformed malformed:
                await RestReply.JsonAsync(context, box, StatusCodes.Status400BadRequest, new JsonObject { ["message"] = malformed.Message });
                return;
            case RestArguments.Taken taken:
                var answer = await Dispatcher.RunAsync(route.To.Method, new ApiCall(box, session, taken.Arguments));
                await RestReply.AnswerAsync(context, box, answer);
                return;
            default:
                throw new UnreachableException();
        }
    }
}
