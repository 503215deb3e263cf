namespace Burnin.WebFront.Http;

/// <summary>A request that says in whose name it comes.</summary>
internal interface INamesOperator
{
    string? Operator { get; }
}
