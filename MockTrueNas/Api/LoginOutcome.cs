namespace Burnin.MockTrueNas.Api;

/// <summary>What comes of showing credentials.</summary>
internal enum LoginOutcome
{
    Success,
    Wrong,

    /// <summary>Too old, or revoked just now for having come in the clear.</summary>
    Expired,
}
