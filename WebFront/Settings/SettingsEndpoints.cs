using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Messages;
using Burnin.Grains.Interfaces.Settings;
using Burnin.WebFront.Access;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Burnin.WebFront.Settings;

/// <summary>Settings over HTTP. The version is the ETag: who sends it back as If-Match overwrites nobody.</summary>
internal static class SettingsEndpoints
{
    public const string Action = "settings_change";
    public const string TestAction = "settings_test";

    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/settings", GetAsync);
        var commands = api.MapCommands("/settings", AccessRole.Admin);
        commands.MapPost("", ChangeAsync).Does(Action);
        commands.MapPost("/test-smtp", (JsonBody<TestSettingsRequest> body, HttpContext http, IGrainFactory grains) => TestAsync("mail", body, http, grains)).Does(TestAction);
        commands.MapPost("/test-webhook", (JsonBody<TestSettingsRequest> body, HttpContext http, IGrainFactory grains) => TestAsync("webhook", body, http, grains)).Does(TestAction);
    }

    private static async Task<Results<Ok<SettingsAnswer>, StatusCodeHttpResult>> GetAsync(HttpContext http, IGrainFactory grains)
    {
        var view = await grains.Settings().GetAsync();
        http.Response.Headers.CacheControl = "no-cache";
        return Tagged(http, view);
    }

    private static async Task<Results<Ok<SettingsAnswer>, StatusCodeHttpResult, ApiProblem>> ChangeAsync(
        JsonBody<ChangeSettingsRequest> body, HttpContext http, IGrainFactory grains)
    {
        if (ExpectedVersion(http.Request, out var expected) is { } problem)
        {
            return problem;
        }

        var wish = new ChangeSettings { Values = body.Value.Values.Written, ExpectedVersion = expected, By = CommandActor.Of(http, body) };
        switch (await grains.Settings().ChangeAsync(wish))
        {
            case ChangeSettingsResult.Changed changed:
                CommandNote.Of(http).Detail = DetailOf(changed);
                return Tagged(http, changed.Settings);
            case ChangeSettingsResult.Invalid invalid:
                return Describe(invalid.Faults);
            case ChangeSettingsResult.Conflict conflict:
                return Describe(conflict);
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<Results<Ok<TestAnswer>, ApiProblem>> TestAsync(
        string channel, JsonBody<TestSettingsRequest> body, HttpContext http, IGrainFactory grains)
    {
        switch (await grains.Notifier(channel).TestAsync(body.Value.Values.Written, body.Value.Send == true))
        {
            case ChannelTestResult.Tried tried:
                CommandNote.Of(http).Detail = DetailOf(channel, tried);
                return TypedResults.Ok(TestAnswer.Of(tried));
            case ChannelTestResult.Invalid invalid:
                return Describe(invalid.Faults);
            default:
                throw new UnreachableException();
        }
    }

    public static string DetailOf(string channel, ChannelTestResult.Tried tried) =>
        tried.Works || tried.Steps.IsEmpty ? $"{channel}: works" : $"{channel}: {tried.Steps[^1].Name}: {tried.Steps[^1].Detail}";

    public static string DetailOf(ChangeSettingsResult.Changed changed) =>
        changed.Changes.IsEmpty ? "nothing to change: all was so already" : string.Join("; ", changed.Changes);

    public static ApiProblem Describe(ImmutableArray<SettingFault> faults) => Refuse.Invalid(faults[0].Name, faults[0].Reason) with
    {
        More = new Dictionary<string, object?>
        {
            ["field"] = faults[0].Name,
            ["errors"] = faults.GroupBy(fault => fault.Name).ToDictionary(fault => fault.Key, fault => string.Join(' ', fault.Select(each => each.Reason))),
        },
    };

    public static ApiProblem Describe(ChangeSettingsResult.Conflict conflict) => new(
        StatusCodes.Status412PreconditionFailed,
        "changed_meanwhile",
        $"{conflict.Settings.ChangedBy ?? "Somebody"} has changed the settings since they were read. Read them again, then say what shall change.")
    {
        More = new Dictionary<string, object?> { ["version"] = conflict.Settings.Version },
    };

    private static Ok<SettingsAnswer> Tagged(HttpContext http, SettingsView view)
    {
        http.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{view.Version}\""));
        return TypedResults.Ok(SettingsAnswer.Of(view));
    }

    /// <summary>Weak tags count: a proxy that compresses makes one of ours weak.</summary>
    private static ApiProblem? ExpectedVersion(HttpRequest request, out long? version)
    {
        version = null;
        var tags = request.GetTypedHeaders().IfMatch;
        if (!request.Headers.ContainsKey(HeaderNames.IfMatch) || tags is [var any] && any.Equals(EntityTagHeaderValue.Any))
        {
            return null;
        }

        if (tags is [var tag] && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            version = number;
            return null;
        }

        return new ApiProblem(StatusCodes.Status412PreconditionFailed, "changed_meanwhile", "If-Match is no version of the settings. Take the ETag of GET /api/v1/settings.");
    }
}
