using Burnin.WebFront.Http;

namespace Burnin.WebFront.Drives;

/// <summary>What a person notes about a drive; what is left out stays as it is.</summary>
internal sealed record EditDriveRequest : INamesOperator
{
    public string? Location { get; init; }

    public string? Notes { get; init; }

    public string? Operator { get; init; }
}
