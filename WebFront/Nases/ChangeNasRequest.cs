using Burnin.WebFront.Http;

namespace Burnin.WebFront.Nases;

internal sealed record ChangeNasRequest : INamesOperator
{
    public int? MaxParallel { get; init; }

    public string? Operator { get; init; }
}
