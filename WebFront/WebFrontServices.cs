using Burnin.Grains.Interfaces;
using Burnin.WebFront.Access;
using Burnin.WebFront.Audit;
using Burnin.WebFront.BurnIns;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Description;
using Burnin.WebFront.Http;
using Burnin.WebFront.Live;
using Burnin.WebFront.Pages.Drives;
using Burnin.WebFront.Pages.Jobs;
using Burnin.WebFront.Pages.Shell;
using Burnin.WebFront.Pages.Users;
using Burnin.WebFront.Updates;
using Burnin.WebFront.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront;

public static class WebFrontServices
{
    /// <summary>
    /// Pages, API and hub. Asks of its host an <see cref="IGrainFactory"/> (a silo or a cluster client), History's services,
    /// and <c>builder.WebHost.UseStaticWebAssets()</c>: without that, files of this library come empty outside of Development.
    /// </summary>
    public static IServiceCollection AddWebFront(this IServiceCollection services, bool needsSignIn = true)
    {
        services.AddOptions<WebFrontOptions>()
            .BindConfiguration(WebFrontOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebFrontOptions>, WebFrontOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);

        services.Configure<JsonOptions>(json => WireJson.Configure(json.SerializerOptions));
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", "application/problem+json", "image/svg+xml"];
        });
        services.AddAccess(needsSignIn);
        services.AddSingleton<UserCommands>();
        services.AddSingleton<UserPageReader>();
        services.AddApiDescription();
        services.AddRazorComponents();

        // Pings often enough that a page knows within seconds that it is cut off.
        services.AddSignalR()
            .AddHubOptions<DashboardHub>(hub => hub.KeepAliveInterval = TimeSpan.FromSeconds(5))
            .AddJsonProtocol(json =>
            {
                WireJson.Configure(json.PayloadSerializerOptions);
                json.PayloadSerializerOptions.Converters.Add(new DriveDeltaJson());
            });

        services.AddSingleton<HubLifetimeManager<DashboardHub>, Viewers>();

        services.AddSingleton<IdempotencyStore>();
        services.AddSingleton<FleetPictures>();
        services.AddSingleton<ShellReader>();
        services.AddSingleton<ChainCheck>();
        services.AddSingleton<UpdateCheck>();
        services.AddSingleton<JobReader>();
        services.AddSingleton<DriveReader>();
        services.AddSingleton<FleetPlan>();
        services.AddSingleton<FleetStart>();
        services.AddSingleton<FleetCancel>();
        services.AddSingleton<FleetChanges>();
        services.AddHostedService<NasFollower>();
        return services;
    }
}
