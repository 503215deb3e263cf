using System.Diagnostics;
using System.Globalization;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Nases;
using Burnin.WebFront.Access;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Burnin.WebFront.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Burnin.WebFront.Nases;

internal static class NasEndpoints
{
    public static void MapNases(this IEndpointRouteBuilder api)
    {
        var nases = api.MapGroup("/nas");
        nases.MapGet("", ListAsync);
        nases.MapGet("/{name}", GetAsync);
        nases.MapGet("/{name}/snapshot", SnapshotAsync);

        var commands = api.MapCommands("/nas", AccessRole.Admin);
        commands.MapPost("", AddAsync).Does("nas_add");
        commands.MapPatch("/{name}", ChangeAsync).Does("nas_change");
        commands.MapDelete("/{name}", RemoveAsync).Does("nas_remove");
        api.MapCommands("/settings", AccessRole.Admin).MapPost("/test-nas", TryAsync).Does("nas_test");
    }

    private static async Task<Ok<NasList>> ListAsync(IGrainFactory grains)
    {
        var views = await Task.WhenAll((await grains.Fleet().GetNasNamesAsync()).Select(name => grains.Nas(name).GetAsync()));

        // Null: removed since the names were read.
        return TypedResults.Ok(new NasList([.. views.OfType<NasView>()]));
    }

    private static async Task<Results<Ok<NasView>, ApiProblem>> GetAsync(string name, IGrainFactory grains) =>
        await grains.Nas(name).GetAsync() is { } nas ? TypedResults.Ok(nas) : Refuse.UnknownNas(name);

    private static async Task<Results<Ok<NasSnapshot>, StatusCodeHttpResult, ApiProblem>> SnapshotAsync(
        string name, HttpContext http, FleetPictures fleet)
    {
        if (await fleet.GetAsync(name) is not { } picture)
        {
            return Refuse.UnknownNas(name);
        }

        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{picture.Epoch}:{picture.Sequence}\""));
        http.Response.GetTypedHeaders().ETag = tag;

        // Kept by browsers, and asked about each time.
        http.Response.Headers.CacheControl = "no-cache";

        // Weakly compared: a proxy that compresses makes a tag weak.
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(NasSnapshot.Of(picture));
    }

    private static async Task<Results<Created<NasView>, ApiProblem>> AddAsync(
        JsonBody<AddNasRequest> body, HttpContext http, IGrainFactory grains, FleetChanges changes)
    {
        var request = body.Value;
        var note = CommandNote.Of(http);
        note.Nas = request.Name is { Length: <= 63 } ? request.Name : null;

        if (NasRules.Check(request) is { } problem)
        {
            return problem;
        }

        // Not tied to the request: a NAS that is stored halfway because a browser left would be worse than one more NAS.
        switch (await grains.Nas(request.Name!).AddAsync(request.ToSettings(), CancellationToken.None))
        {
            case ConfigureNasResult.Accepted accepted:
                note.Detail = $"NAS {accepted.Nas.Name} added: {accepted.Nas.Kind}, {accepted.Nas.Address}";
                changes.Announce();
                return TypedResults.Created($"/api/v1/nas/{Uri.EscapeDataString(accepted.Nas.Name)}", accepted.Nas);
            case var refused:
                return Describe(refused, request.Name!);
        }
    }

    private static async Task<Results<Ok<NasView>, ApiProblem>> ChangeAsync(
        string name, JsonBody<ChangeNasRequest> body, HttpContext http, IGrainFactory grains)
    {
        var note = CommandNote.Of(http);
        note.Nas = name;

        var request = body.Value;

        if (NasRules.Check(request) is { } problem)
        {
            return problem;
        }

        if (await grains.Nas(name).GetAsync() is null)
        {
            return Refuse.UnknownNas(name);
        }

        // Not tied to the request, as for adding.
        switch (await grains.Nas(name).ChangeAsync(request.ToChange(), CancellationToken.None))
        {
            case ConfigureNasResult.Accepted accepted:
                note.Detail = $"NAS {name}: {request.Describe()}";
                return TypedResults.Ok(accepted.Nas);
            case var refused:
                return Describe(refused, name);
        }
    }

    private static async Task<Results<Ok<NasTrialAnswer>, ApiProblem>> TryAsync(
        JsonBody<TryNasRequest> body, HttpContext http, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var request = body.Value;
        var note = CommandNote.Of(http);
        note.Nas = request.Name is { Length: <= 63 } ? request.Name : null;

        if (NasRules.Check(request) is { } problem)
        {
            return problem;
        }

        switch (await grains.Nas(request.Name ?? TryNasRequest.Nameless).TryAsync(request.ToChange(), cancellationToken))
        {
            case TryNasResult.Seen seen:
                note.Detail = $"settings tried, not stored: {seen.Product}";
                return TypedResults.Ok(NasTrialAnswer.Of(seen));
            case TryNasResult.Refused refused:
                return Describe(refused.Why, request.Name ?? TryNasRequest.Nameless);
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<Results<NoContent, ApiProblem>> RemoveAsync(
        string name, JsonBody<OperatorOnly> body, HttpContext http, IGrainFactory grains, FleetChanges changes)
    {
        var note = CommandNote.Of(http);
        note.Nas = name;

        if (await grains.Nas(name).GetAsync() is null)
        {
            return Refuse.UnknownNas(name);
        }

        switch (await grains.Nas(name).RemoveAsync())
        {
            case ConfigureNasResult.Accepted:
                note.Detail = $"NAS {name} removed";
                changes.Announce();
                return TypedResults.NoContent();
            case var refused:
                return Describe(refused, name);
        }
    }

    private static ApiProblem Describe(ConfigureNasResult refused, string name) => refused switch
    {
        ConfigureNasResult.Invalid invalid => Refuse.Invalid(invalid.Field, invalid.Reason),
        ConfigureNasResult.Failed failed => new(Refuse.StatusOfFault(failed.Fault), failed.Fault, failed.Reason),
        ConfigureNasResult.Conflict conflict => new(StatusCodes.Status409Conflict, "conflict", conflict.Reason),
        _ => throw new UnreachableException($"NAS {name}: {refused.GetType().Name}"),
    };
}
