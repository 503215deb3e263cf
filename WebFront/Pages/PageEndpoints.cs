using System.Reflection;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.WebFront.Http;
using Burnin.WebFront.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront.Pages;

internal static class PageEndpoints
{
    private static readonly string Version = ReadVersion();

    public static void MapPages(this IEndpointRouteBuilder routes) => routes.MapGet("/", DashboardAsync);

    private static async Task<RazorComponentResult<DashboardPage>> DashboardAsync(
        string? q, string? state, HttpContext http, FleetPictures fleet, IOptions<WebFrontOptions> options, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var (pictures, trouble) = await ReadAsync(fleet);
        var model = DashboardModel.Of(pictures, q, state, options.Value, clock.GetUtcNow(), Version) with { Trouble = trouble };
        return new RazorComponentResult<DashboardPage>(new Dictionary<string, object?> { [nameof(DashboardPage.Model)] = model });
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

    /// <summary>Without the commit behind the plus sign, which is too long for a badge.</summary>
    private static string ReadVersion() =>
        typeof(PageEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
