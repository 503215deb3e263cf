using Burnin.Grains.Interfaces.Users;

namespace Burnin.WebFront.Users;

internal sealed record UserList(IReadOnlyList<UserView> Users);
