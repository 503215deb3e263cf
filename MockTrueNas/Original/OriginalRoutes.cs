namespace Burnin.MockTrueNas.Original;

/// <summary>The contract of the original dashboard's mock. The real product has other routes for all but the disks.</summary>
internal static class OriginalRoutes
{
    public static void MapOriginal(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v2.0");

        api.MapGet("/disk", DiskHandlers.List);
        api.MapPost("/smart/test", SelfTestHandlers.Start);
        api.MapGet("/smart/test/results/{disk}", SelfTestHandlers.Results);
        api.MapGet("/core/get_jobs", JobHandlers.ListAsync);
        api.MapPost("/core/job_abort", JobHandlers.Abort);
    }
}
