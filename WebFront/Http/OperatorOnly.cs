namespace Burnin.WebFront.Http;

/// <summary>The body of a command that needs none: it may still say who asks.</summary>
internal sealed record OperatorOnly : INamesOperator
{
    public string? Operator { get; init; }
}
