using Burnin.Grains.Interfaces.Users;

namespace Burnin.WebFront.Tests.Fakes;

/// <summary>Users with plain passwords; "locked" is locked, and the set-up code is "code".</summary>
internal sealed class FakeUsersGrain(FakeWorld world) : Grain, IUsersGrain
{
    private static readonly DateTimeOffset Then = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public Task<UsersView> GetAsync() => Task.FromResult(new UsersView(
        [.. world.Users.Keys.Order(StringComparer.Ordinal).Select(ViewOf)], [.. world.Tokens.Values.OrderBy(token => token.Name, StringComparer.Ordinal)]));

    public Task<string?> OfferSetUpAsync() => Task.FromResult(world.Users.IsEmpty ? "code" : null);

    public Task<ChangeUserResult> SetUpAsync(NewUser admin, string code) => code == "code"
        ? AddAsync(admin)
        : Task.FromResult<ChangeUserResult>(new ChangeUserResult.Refused("wrong_code", "This is not the code in the log."));

    public Task<ChangeUserResult> EnsureAdminAsync(NewUser admin) => AddAsync(admin);

    public Task<ChangeUserResult> AddAsync(NewUser user)
    {
        if (user.Password.Length < 10)
        {
            return Task.FromResult<ChangeUserResult>(new ChangeUserResult.Invalid("password", "Write 10 to 200 characters."));
        }

        world.Users[user.Name] = (user.Password, user.Role, "1");
        return Task.FromResult<ChangeUserResult>(new ChangeUserResult.Done(ViewOf(user.Name)));
    }

    public Task<ChangeUserResult> ChangeAsync(ChangeUser wish)
    {
        if (!world.Users.TryGetValue(wish.Name, out var user))
        {
            return Task.FromResult<ChangeUserResult>(new ChangeUserResult.Unknown());
        }

        if (wish.ProvesOldPassword && wish.OldPassword != user.Password)
        {
            return Task.FromResult<ChangeUserResult>(new ChangeUserResult.Invalid("old_password", "This is not the password so far."));
        }

        world.Users[wish.Name] = (wish.NewPassword ?? user.Password, wish.Role ?? user.Role, wish.NewPassword is null ? user.Stamp : user.Stamp + "1");
        return Task.FromResult<ChangeUserResult>(new ChangeUserResult.Done(ViewOf(wish.Name)));
    }

    public Task<ChangeUserResult> RemoveAsync(string name)
    {
        if (!world.Users.ContainsKey(name))
        {
            return Task.FromResult<ChangeUserResult>(new ChangeUserResult.Unknown());
        }

        var view = ViewOf(name);
        world.Users.TryRemove(name, out _);
        return Task.FromResult<ChangeUserResult>(new ChangeUserResult.Done(view));
    }

    public Task<SignInResult> SignInAsync(string name, string password) => Task.FromResult<SignInResult>(
        name == "locked" ? new SignInResult.Locked(Then)
        : world.Users.TryGetValue(name, out var user) && user.Password == password ? new SignInResult.SignedIn(ViewOf(name), user.Stamp)
        : new SignInResult.Refused());

    public Task<string?> CheckAsync(string name, string stamp) =>
        Task.FromResult(world.Users.TryGetValue(name, out var user) && user.Stamp == stamp ? user.Role : null);

    public Task<string?> RoleOfAsync(string name) => Task.FromResult(world.Users.TryGetValue(name, out var user) ? user.Role : null);

    public Task<AddTokenResult> AddTokenAsync(NewToken token)
    {
        var view = new TokenView
        {
            Id = $"id-{token.Name}",
            Name = token.Name,
            Role = token.Role,
            CreatedAt = Then,
            CreatedBy = token.By,
            ExpiresAt = token.ExpiresAt,
        };
        world.Tokens[$"burnin_{token.Name}"] = view;
        return Task.FromResult<AddTokenResult>(new AddTokenResult.Added(view, $"burnin_{token.Name}"));
    }

    public Task<bool> RevokeTokenAsync(string id) =>
        Task.FromResult(world.Tokens.Any(token => token.Value.Id == id && world.Tokens.TryRemove(token.Key, out _)));

    public Task<TokenView?> CheckTokenAsync(string secret) => Task.FromResult(world.Tokens.GetValueOrDefault(secret));

    private UserView ViewOf(string name) => new() { Name = name, Role = world.Users[name].Role, CreatedAt = Then };
}
