using System.Collections.Immutable;

namespace Burnin.Nas.TrueNas;

/// <summary>
/// One call of the product's middleware, whatever carries it: a method and its arguments, in the order of the method and
/// by the names that REST knows them by. Values are what a JSON serializer takes.
/// </summary>
/// <example><c>TrueNasCall.Query("disk.query", [["name", "=", "sda"]], new { extra = new { pools = true } })</c></example>
internal sealed record TrueNasCall
{
    private TrueNasCall(string method, ImmutableArray<TrueNasArgument> arguments, bool isQuery, bool isSafe) =>
        (Method, Arguments, IsQuery, IsSafe) = (method, arguments, isQuery, isSafe);

    /// <summary><c>disk.query</c>, <c>smart.test.manual_test</c>.</summary>
    public string Method { get; }

    public ImmutableArray<TrueNasArgument> Arguments { get; }

    /// <summary>Takes filters and options: GET in REST, where all else with an argument is POST.</summary>
    public bool IsQuery { get; }

    /// <summary>Changes nothing, so it may be asked again where no answer came.</summary>
    public bool IsSafe { get; }

    /// <summary>Has the NAS look at every disk, which takes its time: up to a minute is waited for the answer.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Rows, by filters as the product writes them: <c>["name", "=", "sda"]</c>.</summary>
    public static TrueNasCall Query(string method, object[]? filters = null, object? options = null) =>
        new(method, [new("query-filters", filters ?? []), new("query-options", options ?? new { })], isQuery: true, isSafe: true);

    public static TrueNasCall Read(string method, params ImmutableArray<TrueNasArgument> arguments) => new(method, arguments, isQuery: false, isSafe: true);

    /// <summary>Never sent twice: where no answer came it may have been done all the same, and only a look can tell.</summary>
    public static TrueNasCall Change(string method, params ImmutableArray<TrueNasArgument> arguments) => new(method, arguments, isQuery: false, isSafe: false);
}
