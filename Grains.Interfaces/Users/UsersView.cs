using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Users;

[GenerateSerializer, Immutable, Alias("burnin.users-view")]
public sealed record UsersView([property: Id(0)] ImmutableArray<UserView> Users, [property: Id(1)] ImmutableArray<TokenView> Tokens);
