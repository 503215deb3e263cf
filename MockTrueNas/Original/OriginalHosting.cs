using System.Text.Json;
using System.Text.Json.Serialization;
using Burnin.MockTrueNas.Original.Debugging;
using Burnin.MockTrueNas.Original.Faults;
using Burnin.MockTrueNas.Original.Fleet;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Burnin.MockTrueNas.Original;

/// <summary>What a pretend NAS is made of, the same in its own process and inside another.</summary>
internal static class OriginalHosting
{
    public static IServiceCollection AddMockNas(this IServiceCollection services, MockNasOptions options, TimeProvider clock)
    {
        services.TryAddSingleton(clock);
        services.AddSingleton(options);
        services.AddSingleton<PretendNas>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper));
        });

        return services;
    }

    /// <summary>Faults come before the key: a gateway that answers 502 has not looked at it either.</summary>
    public static void MapMockNas(this WebApplication app)
    {
        app.UseWhen(IsApi, api => api.UseMiddleware<FaultMiddleware>().UseMiddleware<BearerKeyMiddleware>());
        app.MapDebug();
        app.MapOriginal();
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
