using Burnin.WebFront.Access;
using Burnin.WebFront.Audit;
using Burnin.WebFront.Backups;
using Burnin.WebFront.BurnIns;
using Burnin.WebFront.Description;
using Burnin.WebFront.Drives;
using Burnin.WebFront.Evidence;
using Burnin.WebFront.Health;
using Burnin.WebFront.Heat;
using Burnin.WebFront.Http;
using Burnin.WebFront.Live;
using Burnin.WebFront.Messages;
using Burnin.WebFront.Metrics;
using Burnin.WebFront.Nases;
using Burnin.WebFront.Pages;
using Burnin.WebFront.Settings;
using Burnin.WebFront.Smart;
using Burnin.WebFront.Stats;
using Burnin.WebFront.Updates;
using Burnin.WebFront.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront;

public static class WebFrontPipeline
{
    /// <summary>Before any other middleware of the host.</summary>
    public static IApplicationBuilder UseWebFront(this IApplicationBuilder app)
    {
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(EmptyErrors.DescribeAsync);
        app.UseResponseCompression();
        Peer.Use(app);
        app.Use(SameSite.GuardHubAsync);
        app.UseAccess();
        return app;
    }

    public static IEndpointRouteBuilder MapWebFront(this IEndpointRouteBuilder routes)
    {
        routes.MapStaticAssets().AllowAnonymous();
        routes.MapPages();
        routes.MapHealth();
        routes.MapMetrics();
        routes.MapApiDescription();
        routes.MapHub<DashboardHub>(DashboardHub.Path);

        var api = routes.MapGroup("/api/v1");
        api.MapDrives();
        api.MapNases();
        api.MapBurnIns();
        api.MapHolds();
        api.MapRejudge();
        api.MapGiveUp();
        api.MapEvidence();
        api.MapAudit();
        api.MapStats();
        api.MapSmart();
        api.MapHeat();
        api.MapBackups();
        api.MapSession();
        api.MapUsers();
        api.MapSettings();
        api.MapMessages();
        api.MapUpdates();
        return routes;
    }
}
