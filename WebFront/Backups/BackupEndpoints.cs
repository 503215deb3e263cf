using Burnin.History.Backups;
using Burnin.WebFront.Access;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Backups;

/// <summary>Backups are made and listed, never handed out: the keys inside open every secret.</summary>
internal static class BackupEndpoints
{
    public static void MapBackups(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/backups", List);
        api.MapCommands("/admin/backups", AccessRole.Admin).MapPost("", MakeAsync).Does("backup_make");
    }

    private static Ok<BackupList> List(DataBackup backups) =>
        TypedResults.Ok(new BackupList([.. backups.List().Select(BackupAnswer.Of)]));

    private static async Task<Results<Ok<BackupAnswer>, ApiProblem>> MakeAsync(
        JsonBody<OperatorOnly> body, HttpContext http, DataBackup backups, CancellationToken cancellationToken)
    {
        try
        {
            var made = await backups.MakeAsync(cancellationToken);
            CommandNote.Of(http).Detail = $"{made.Path}, {made.Bytes} bytes";
            return TypedResults.Ok(BackupAnswer.Of(made));
        }
        catch (BackupException failure)
        {
            return new ApiProblem(StatusCodes.Status507InsufficientStorage, "backup_failed", failure.Message);
        }
    }
}
