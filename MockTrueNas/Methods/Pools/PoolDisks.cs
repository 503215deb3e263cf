using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Pools;

namespace Burnin.MockTrueNas.Methods.Pools;

/// <summary><c>pool.get_disks</c>: of one pool, or of all that the database knows.</summary>
internal static class PoolDisks
{
    public static ApiMethod Method { get; } = new("pool.get_disks", Run) { Parameters = [new Parameter("id", IsRequired: false)], IsOfItem = true, Role = "POOL_READ" };

    private static ApiAnswer Run(ApiCall call) =>
        JsonReading.Texts(PoolDisksOf.Known(call.Box.Look(), call.Argument(0).AsWhole() is { } id ? (int)id : null));
}
