using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Methods.Pools;

/// <summary><c>pool.query</c>: the pools of the database, and no others.</summary>
internal static class PoolQuery
{
    public static ApiMethod Method { get; } = ApiMethod.Filterable("pool.query", Run) with { Role = "POOL_READ" };

    private static ApiAnswer Run(ApiCall call, QueryArguments query)
    {
        var moment = call.Box.Look();

        return Query.Answer(moment.State.Pools.Where(pool => pool is { IsBoot: false, IsInDatabase: true }).Select(pool => PoolRow.Of(pool, moment)), query, call.Product);
    }
}
