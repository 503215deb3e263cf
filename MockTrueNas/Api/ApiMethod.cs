using System.Collections.Immutable;

namespace Burnin.MockTrueNas.Api;

/// <summary>A method of the product's API. REST's routes follow from what is said here, by the product's own rules.</summary>
internal sealed record ApiMethod(string Name, Func<ApiCall, ValueTask<ApiAnswer>> Run)
{
    public ApiMethod(string name, Func<ApiCall, ApiAnswer> run)
        : this(name, call => ValueTask.FromResult(run(call)))
    {
    }

    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>Takes filters and options, as a query string too.</summary>
    public bool IsFilterable { get; init; }

    /// <summary>Its first parameter is the id in a path.</summary>
    public bool IsOfItem { get; init; }

    public bool NeedsNoLogin { get; init; }

    /// <summary>Not counted against those who are not logged in.</summary>
    public bool IsNotRateLimited { get; init; }

    /// <summary>Any session may call it, whatever its roles.</summary>
    public bool NeedsNoRole { get; init; }

    /// <summary>The role that is enough, besides those of the administrators; null where only a full administrator may.</summary>
    public string? Role { get; init; }

    public bool IsPrivate { get; init; }

    /// <summary>Websocket only.</summary>
    public bool IsNotInRest { get; init; }

    public string Service => Name[..Name.LastIndexOf('.')];

    public string ShortName => Name[(Name.LastIndexOf('.') + 1)..];

    public static ApiMethod Filterable(string name, Func<ApiCall, QueryArguments, ApiAnswer> run) =>
        new(name, call => QueryArguments.Read(call) is { } query ? run(call, query) : ApiAnswer.Wrong("query-filters", "Not a list"))
        {
            IsFilterable = true,
            Parameters = [new Parameter("query-filters", IsRequired: false), new Parameter("query-options", IsRequired: false)],
        };
}
