using Burnin.Grains.Interfaces.Users;

namespace Burnin.WebFront.Users;

/// <param name="Token">As the list shows it.</param>
/// <param name="Secret">For <c>Authorization: Bearer</c>. Shown this once.</param>
internal sealed record AddedToken(TokenView Token, string Secret);
