using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Nases;
using Burnin.WebFront.Pages.Errors;
using Burnin.WebFront.Pages.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Pages.Nases;

/// <summary>All NAS boxes, each by its name, and how it is reached.</summary>
internal static class NasPages
{
    public static void MapNasPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/nas", ListAsync);
        routes.MapGet("/nas/{name}", ShowAsync);
        routes.MapGet("/nas/{name}/settings", ChangeAsync);
    }

    private static async Task<PageResult<NasListPage>> ListAsync(HttpContext http, ShellReader shells, IGrainFactory grains)
    {
        var views = await Task.WhenAll((await grains.Fleet().GetNasNamesAsync()).Select(name => grains.Nas(name).GetAsync()));
        return new(await shells.ReadAsync(http), new NasListModel([.. views.OfType<NasView>()]));
    }

    private static async Task<Results<PageResult<NasSettingsPage>, PageResult<ErrorPage>>> ChangeAsync(string name, HttpContext http, ShellReader shells, IGrainFactory grains)
    {
        var shell = await shells.ReadAsync(http);
        return await grains.Nas(name).GetAsync() is { } nas ? new PageResult<NasSettingsPage>(shell, nas) : Unknown(shell, name);
    }

    private static async Task<Results<PageResult<NasPage>, PageResult<ErrorPage>>> ShowAsync(string name, HttpContext http, ShellReader shells, IGrainFactory grains)
    {
        var shell = await shells.ReadAsync(http);
        return await ReadAsync(name, grains) is { } model
            ? new PageResult<NasPage>(shell, model)
            : Unknown(shell, name);
    }

    private static PageResult<ErrorPage> Unknown(ShellModel shell, string name) => new(
        shell,
        new ErrorModel("No such NAS", $"There is no NAS named {name}, or no longer.", "/nas", "Go to the NAS boxes"),
        StatusCodes.Status404NotFound);

    private static async Task<NasModel?> ReadAsync(string name, IGrainFactory grains)
    {
        if (await grains.Nas(name).GetAsync() is not { } nas)
        {
            return null;
        }

        var picture = await grains.Feed(name).GetPictureAsync();
        var slots = await grains.Governor(name).GetAsync();
        var byJob = picture.Drives.Where(drive => drive.Job is { FinishedAt: null }).ToDictionary(drive => drive.Job!.JobId, StringComparer.Ordinal);
        return new NasModel
        {
            Nas = nas,
            Drives = [.. picture.Drives.OrderBy(drive => drive.Devname.Length).ThenBy(drive => drive.Devname, StringComparer.Ordinal)],
            Running = Of(slots.Holders),
            Waiting = Of(slots.Waiting),
        };

        // A job of a drive that has moved on is not of this picture.
        List<DriveView> Of(IEnumerable<string> jobs) => [.. jobs.Select(job => byJob.GetValueOrDefault(job)).OfType<DriveView>()];
    }
}
