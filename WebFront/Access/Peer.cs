using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront.Access;

/// <summary>Who is at the other end of the connection itself, before any header is believed.</summary>
/// <param name="IsTrustedProxy">Whether its headers may say for whom it comes.</param>
internal sealed record Peer(bool IsTrustedProxy)
{
    public static bool MayVouch(HttpContext http) => http.Features.Get<Peer>()?.IsTrustedProxy ?? false;

    /// <summary>
    /// Takes the address and the protocol of the browser from the headers of trusted proxies, and of nobody else, then turns
    /// away whoever comes from an address that is not allowed.
    /// </summary>
    public static void Use(IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<AccessOptions>>().Value;
        var (allowed, trusted) = (AddressList.Of(options.AllowedAddresses), AddressList.Of(options.TrustedProxies));

        // The middleware believes everybody when its lists are empty.
        if (!trusted.IsEmpty)
        {
            app.Use((http, next) =>
            {
                http.Features.Set(new Peer(trusted.Contains(http.Connection.RemoteIpAddress)));
                return next(http);
            });
            app.UseForwardedHeaders(Forwarded(trusted));
        }

        if (!allowed.IsEmpty)
        {
            app.Use((http, next) => allowed.Contains(http.Connection.RemoteIpAddress) || http.Request.Path.StartsWithSegments("/health")
                ? next(http)
                : AccessRefusals.AnswerAsync(http, AccessRefusals.NotFromThere));
        }
    }

    private static ForwardedHeadersOptions Forwarded(AddressList trusted)
    {
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,

            // Each hop must be trusted for the one before it to count.
            ForwardLimit = null,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in trusted.Networks)
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        return forwarded;
    }
}
