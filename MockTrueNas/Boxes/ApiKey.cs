using System.Collections.Immutable;

namespace Burnin.MockTrueNas.Boxes;

/// <summary>A key of the API: before 25.04 with a list of what it may do, from then on with the roles of a user.</summary>
internal sealed record ApiKey
{
    public required int Id { get; init; }

    public required string Text { get; init; }

    public required string User { get; init; }

    /// <summary>From 25.04 on.</summary>
    public required ImmutableArray<string> Roles { get; init; }

    /// <summary>Before 25.04: pairs of verb (or CALL, SUBSCRIBE) and resource, <c>*</c> for all. CORE has no such list.</summary>
    public ImmutableArray<(string Method, string Resource)> Allowed { get; init; } = [("*", "*")];

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? RevokedReason { get; init; }

    public bool IsFullAdmin => Roles.Contains(BoxKeys.FullAdmin);
}
