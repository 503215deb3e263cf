using Burnin.WebFront.Http;

namespace Burnin.WebFront.BurnIns;

/// <summary>A person's word that a burn-in is over, although the host does not prove it.</summary>
internal sealed record GiveUpRequest : INamesOperator
{
    public string? Operator { get; init; }

    /// <summary>Of the drive, typed.</summary>
    public string? ConfirmSerial { get; init; }
}
