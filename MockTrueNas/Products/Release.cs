namespace Burnin.MockTrueNas.Products;

/// <summary>The releases that are pretended, in the order in which they came out.</summary>
internal enum Release
{
    Core120 = 1200,
    Core130 = 1300,
    Core133 = 1303,
    Scale2212 = 2212,
    Scale2310 = 2310,
    Scale2404 = 2404,
    Scale2410 = 2410,
    TrueNas2504 = 2504,
    TrueNas2510 = 2510,
    TrueNas260 = 2600,
}
