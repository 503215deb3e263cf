using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Systems;

/// <summary><c>system.product_type</c>: anybody may ask until 24.04.</summary>
internal static class ProductType
{
    public static ApiMethod Of(Product product) => new("system.product_type", call => (ApiAnswer)call.Product.Type)
    {
        NeedsNoLogin = product.Release < Release.Scale2410,
        Role = "SYSTEM_PRODUCT_READ",
    };
}
