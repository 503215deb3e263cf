using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Burnin.WebFront.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Drives;

internal static class DriveEndpoints
{
    private const int LongestLocation = 100;
    private const int LongestNotes = 2_000;

    public static void MapDrives(this IEndpointRouteBuilder api)
    {
        var drives = api.MapGroup("/drives");
        drives.MapGet("", ListAsync);
        drives.MapGet("/{id}", GetAsync);

        var commands = api.MapCommands("/drives");
        commands.MapPatch("/{id}", EditAsync).Does("drive_edit");
    }

    private static async Task<Results<Ok<DriveList>, ApiProblem>> ListAsync(string? nas, FleetPictures fleet)
    {
        if (nas is null)
        {
            return TypedResults.Ok(new DriveList([.. (await fleet.GetAllAsync()).SelectMany(picture => picture.Drives)]));
        }

        return await fleet.GetAsync(nas) is { } one
            ? TypedResults.Ok(new DriveList(one.Drives))
            : Refuse.UnknownNas(nas);
    }

    private static async Task<Results<Ok<DriveView>, ApiProblem>> GetAsync(string id, IGrainFactory grains) =>
        await grains.Drive(id).GetAsync() is { } drive ? TypedResults.Ok(drive) : Refuse.UnknownDrive(id);

    private static async Task<Results<Ok<DriveView>, ApiProblem>> EditAsync(
        string id, JsonBody<EditDriveRequest> body, HttpContext http, IGrainFactory grains)
    {
        var (location, notes) = (body.Value.Location?.Trim(), body.Value.Notes?.Trim());
        var note = CommandNote.Of(http);
        note.DriveId = id;

        if (location is null && notes is null)
        {
            return Refuse.Invalid("location", "send location or notes, or both.");
        }

        if (location?.Length > LongestLocation || location?.Any(char.IsControl) == true)
        {
            return Refuse.Invalid("location", $"at most {LongestLocation} characters, on one line.");
        }

        if (notes?.Length > LongestNotes)
        {
            return Refuse.Invalid("notes", $"at most {LongestNotes} characters.");
        }

        if (await grains.Drive(id).EditAsync(location, notes) is not { } drive)
        {
            return Refuse.UnknownDrive(id);
        }

        note.Nas = drive.Nas;
        note.Detail = string.Join("; ", Changes(drive.Serial, location, notes));
        return TypedResults.Ok(drive);
    }

    private static IEnumerable<string> Changes(string serial, string? location, string? notes)
    {
        if (location is not null)
        {
            yield return $"location of {serial} set to \"{location}\"";
        }

        if (notes is not null)
        {
            yield return $"notes of {serial} set to \"{notes}\"";
        }
    }
}
