using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Core;

/// <summary><c>core.ping</c>: needs a login until 25.04.</summary>
internal static class Ping
{
    public static ApiMethod Of(Product product) => new("core.ping", _ => (ApiAnswer)"pong")
    {
        NeedsNoLogin = product.Release >= Release.TrueNas2510,
        NeedsNoRole = true,
    };
}
