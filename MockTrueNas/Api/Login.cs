using System.Collections.Immutable;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Api;

/// <summary>A session's credentials.</summary>
/// <param name="User">The user.</param>
/// <param name="Roles">What the user may do, where the product has roles.</param>
/// <param name="Key">Null for a login by password.</param>
internal sealed record Login(string User, ImmutableArray<string> Roles, ApiKey? Key)
{
    public bool IsFullAdmin => Roles.Contains(BoxKeys.FullAdmin);
}
