using System.Threading.RateLimiting;
using Burnin.Grains.Interfaces;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront.Access;

/// <summary>Who comes in, how, and what for. A route that says nothing needs a viewer.</summary>
internal static class AccessServices
{
    /// <summary>Routes that prove passwords: so many a minute and address.</summary>
    public const string GuessLimit = "guesses";

    public const string StampClaim = "stamp";

    private const string CookieName = "burnin.session";
    private const int GuessesPerMinute = 20;

    private static readonly TimeSpan SessionLasts = TimeSpan.FromDays(14);

    public static void AddAccess(this IServiceCollection services, bool needsSignIn)
    {
        services.AddOptions<AccessOptions>()
            .BindConfiguration(AccessOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
        services.AddSingleton<Sessions>();

        services.AddAuthentication(AccessSchemes.Any)
            .AddPolicyScheme(AccessSchemes.Any, null, any => any.ForwardDefaultSelector = http => needsSignIn ? SchemeOf(http) : AccessSchemes.Open)
            .AddCookie(AccessSchemes.Session, Configure)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(AccessSchemes.Token, null)
            .AddScheme<AuthenticationSchemeOptions, ProxyHandler>(AccessSchemes.Proxy, null)
            .AddScheme<AuthenticationSchemeOptions, OpenHandler>(AccessSchemes.Open, null);

        var policies = services.AddAuthorizationBuilder();
        foreach (var role in AccessRole.All)
        {
            policies.AddPolicy(role, policy => policy.RequireRole(AccessRole.From(role)));
        }

        policies.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(AccessRole.From(AccessRole.Viewer)).Build());

        services.AddRateLimiter(limits =>
        {
            limits.AddPolicy(GuessLimit, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = GuessesPerMinute, Window = TimeSpan.FromMinutes(1) }));
            limits.OnRejected = (rejected, _) => new ValueTask(AccessRefusals.AnswerAsync(rejected.HttpContext, new ApiProblem(
                StatusCodes.Status429TooManyRequests, "too_many_attempts", "Too many attempts from your address. Wait a minute.")));
        });
    }

    /// <summary>After what a proxy says is known, and before any route.</summary>
    public static void UseAccess(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    private static string SchemeOf(HttpContext http)
    {
        var header = http.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.ProxyUserHeader;
        return http.Request.Headers.Authorization.ToString().StartsWith(TokenHandler.Prefix, StringComparison.OrdinalIgnoreCase) ? AccessSchemes.Token
            : header.Length > 0 && Peer.MayVouch(http) && http.Request.Headers.ContainsKey(header) ? AccessSchemes.Proxy
            : AccessSchemes.Session;
    }

    private static void Configure(CookieAuthenticationOptions session)
    {
        session.Cookie.Name = CookieName;
        session.Cookie.HttpOnly = true;
        session.Cookie.SameSite = SameSiteMode.Lax;

        // Many a NAS has no TLS: there the cookie is as safe as the password was on its way.
        session.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        session.ExpireTimeSpan = SessionLasts;
        session.SlidingExpiration = true;

        // A changed password or role, or a removed user, counts at once.
        session.Events.OnValidatePrincipal = async context =>
        {
            var (name, stamp) = (context.Principal?.Identity?.Name ?? "", context.Principal?.FindFirst(StampClaim)?.Value ?? "");
            var role = await context.HttpContext.RequestServices.GetRequiredService<IGrainFactory>().Users().CheckAsync(name, stamp);
            if (role is null)
            {
                context.RejectPrincipal();
            }
            else
            {
                context.ReplacePrincipal(Sessions.PrincipalOf(name, role, stamp));
            }
        };
    }
}
