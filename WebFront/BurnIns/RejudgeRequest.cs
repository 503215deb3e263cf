using Burnin.WebFront.Http;

namespace Burnin.WebFront.BurnIns;

/// <summary>A wish to see a burn-in under another policy, and maybe to keep that.</summary>
internal sealed record RejudgeRequest : INamesOperator
{
    public string? Operator { get; init; }

    /// <summary>Whether to keep it beside the stored verdict, which stays what it was.</summary>
    public bool? Store { get; init; }
}
