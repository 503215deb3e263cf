using Burnin.Grains.Interfaces.Fleet;
using Burnin.WebFront.Http;
using Burnin.WebFront.Live;
using Burnin.WebFront.Pages.Access;
using Burnin.WebFront.Pages.Audit;
using Burnin.WebFront.Pages.Drives;
using Burnin.WebFront.Pages.Jobs;
using Burnin.WebFront.Pages.Nases;
using Burnin.WebFront.Pages.Settings;
using Burnin.WebFront.Pages.Shell;
using Burnin.WebFront.Pages.Stats;
using Burnin.WebFront.Pages.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront.Pages;

internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", DashboardAsync);
        routes.MapLook();
        routes.MapDrivePages();
        routes.MapNasPages();
        routes.MapJobPages();
        routes.MapStatsPages();
        routes.MapAuditPages();
        routes.MapGatePages();
        routes.MapUserPages();
        routes.MapSettingsPages();
    }

    private static async Task<PageResult<DashboardPage>> DashboardAsync(
        string? q, string? state, HttpContext http, ShellReader shells, FleetPictures fleet, IOptionsMonitor<WebFrontOptions> options)
    {
        var shell = await shells.ReadAsync(http);
        var (pictures, trouble) = await ReadAsync(fleet);
        return new(shell, DashboardModel.Of(pictures, q, state, shell.Nas, options.CurrentValue, shell.Now) with
        {
            Trouble = trouble,
            TableClass = DriveColumns.ClassOf(http.Request),
        });
    }

    /// <summary>A page without rows is better than none: it goes live as soon as the cluster answers.</summary>
    private static async Task<(IReadOnlyList<NasPicture> Pictures, string? Trouble)> ReadAsync(FleetPictures fleet)
    {
        try
        {
            return (await fleet.GetAllAsync(), null);
        }
        catch (Exception failure)
        {
            return ([], ApiExceptionHandler.Describe(failure).Detail);
        }
    }
}
