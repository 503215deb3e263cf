using Burnin.WebFront.Pages.Errors;
using Burnin.WebFront.Pages.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Pages.Drives;

/// <summary>Each drive by its serial. The drawer of the drives page shows the main part of the same page.</summary>
internal static class DrivePages
{
    public static void MapDrivePages(this IEndpointRouteBuilder routes) => routes.MapGet("/drives/{serial}", ShowAsync);

    private static async Task<Results<PageResult<DrivePage>, PageResult<ErrorPage>>> ShowAsync(
        string serial, HttpContext http, ShellReader shells, DriveReader drives, CancellationToken cancellationToken)
    {
        var shell = await shells.ReadAsync(http);
        return await drives.ReadAsync(serial, cancellationToken) is { } model
            ? new PageResult<DrivePage>(shell, model)
            : new PageResult<ErrorPage>(
                shell,
                new ErrorModel("No such drive", $"No NAS has ever shown a drive with the serial {serial}, and no burn-in of it is on record.", "/", "Go to the drives"),
                StatusCodes.Status404NotFound);
    }
}
