using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Nases;
using Burnin.WebFront.Live;
using Burnin.WebFront.Pages.Errors;
using Burnin.WebFront.Pages.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Pages.Nases;

/// <summary>The NAS boxes: how each is doing, what it can do, and how it is reached.</summary>
internal static class NasPages
{
    public static void MapNasPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/nas", ListAsync);
        routes.MapGet("/nas/{name}", ShowAsync);
    }

    private static async Task<PageResult<NasListPage>> ListAsync(HttpContext http, ShellReader shells, IGrainFactory grains)
    {
        var views = await Task.WhenAll((await grains.Fleet().GetNasNamesAsync()).Select(name => grains.Nas(name).GetAsync()));
        return new(await shells.ReadAsync(http), new NasListModel([.. views.OfType<NasView>()]));
    }

    private static async Task<Results<PageResult<NasPage>, PageResult<ErrorPage>>> ShowAsync(
        string name, HttpContext http, ShellReader shells, IGrainFactory grains, FleetPictures fleet)
    {
        var shell = await shells.ReadAsync(http);
        return await grains.Nas(name).GetAsync() is { } nas
            ? new PageResult<NasPage>(shell, new NasModel { Nas = nas, Drives = (await fleet.GetAsync(name))?.Drives ?? [] })
            : new PageResult<ErrorPage>(
                shell,
                new ErrorModel("No such NAS", $"There is no NAS of the name {name}. It may have been removed; its drives keep their history.", "/nas", "Go to the NAS boxes"),
                StatusCodes.Status404NotFound);
    }
}
