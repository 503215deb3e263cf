using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Systems;

/// <summary><c>system.boot_id</c>: another one after each boot.</summary>
internal static class SystemBootId
{
    public static ApiMethod Of(Product product) => new("system.boot_id", call => (ApiAnswer)call.Box.Look().State.BootId)
    {
        NeedsNoLogin = product.Release >= Release.Scale2410,
        NeedsNoRole = true,
    };
}
