using System.Collections.Frozen;
using System.Collections.Immutable;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Rest;

/// <summary>
/// The routes of a release, made from its methods by the product's rules: dots are slashes; <c>query</c> is GET and <c>create</c>
/// POST on the service itself; what takes no argument, or filters, is GET; all else is POST.
/// </summary>
internal static class RestRoutes
{
    public const string Id = "{id_}";

    private static readonly FrozenDictionary<Release, ImmutableArray<RestRoute>> ByRelease = KnownProducts.All
        .Where(product => product.HasRest)
        .ToFrozenDictionary(product => product.Release, product => MethodBook.Of(product).Values.Where(method => method is { IsNotInRest: false, IsPrivate: false }).SelectMany(Of).ToImmutableArray());

    public static ImmutableArray<RestRoute> Of(Product product) => ByRelease.GetValueOrDefault(product.Release, []);

    private static IEnumerable<RestRoute> Of(ApiMethod method)
    {
        var service = $"/{method.Service.Replace('.', '/')}";

        return method switch
        {
            { ShortName: "query" } => [new RestRoute("GET", service, method), new RestRoute("GET", $"{service}/id/{Id}", method, IsOne: true)],
            { ShortName: "create" } => [new RestRoute("POST", service, method)],
            { IsOfItem: true } => [new RestRoute("POST", $"{service}/id/{Id}/{method.ShortName}", method)],
            _ => [new RestRoute(method.Parameters.IsEmpty || method.IsFilterable ? "GET" : "POST", $"{service}/{method.ShortName}", method)],
        };
    }
}
