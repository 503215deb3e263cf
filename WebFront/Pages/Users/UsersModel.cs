using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Settings;
using Burnin.Grains.Interfaces.Users;

namespace Burnin.WebFront.Pages.Users;

/// <summary>What the pages of users, of tokens and of one's own password show.</summary>
public sealed record UsersModel
{
    public required ImmutableArray<SettingsSectionView> Sections { get; init; }

    public ImmutableArray<UserView> Users { get; init; } = [];

    public ImmutableArray<TokenView> Tokens { get; init; } = [];

    /// <summary>Why it was not done; null otherwise.</summary>
    public string? Problem { get; init; }

    /// <summary>What was done; null at first.</summary>
    public string? Done { get; init; }

    /// <summary>The secret of a token that has just been made: shown this once.</summary>
    public string? Secret { get; init; }

    /// <summary>What was typed, without secrets.</summary>
    public string TypedName { get; init; } = "";

    public string TypedRole { get; init; } = "operator";
}
