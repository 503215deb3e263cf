using Burnin.Grains.Interfaces.Users;

namespace Burnin.WebFront.Users;

internal sealed record TokenList(IReadOnlyList<TokenView> Tokens);
