using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Burnin.Domain.Users;
using Burnin.Grains.Interfaces.Users;
using Burnin.Grains.Storage;

namespace Burnin.Grains.Users;

/// <summary>Keeps users and tokens, and proves who somebody is.</summary>
[GrainType("users")]
internal sealed class UsersGrain(
    [PersistentState("users", StorageNames.Burnin)] IPersistentState<Stored<UsersRecord>> stored,
    Passwords passwords,
    TimeProvider clock) : Grain, IUsersGrain
{
    private const string TokenPrefix = "burnin_";

    private static readonly ChangeUserResult.Refused IsSetUp = new("set_up_already", "Burnin has its users already. Sign in.");

    private readonly GrainRecord<UsersRecord> _record = new(stored);

    /// <summary>By name. Not stored: a restart forgives, and guessing must not write to the disk.</summary>
    private readonly Dictionary<string, LockOut> _lockOuts = new(StringComparer.OrdinalIgnoreCase);

    private ImmutableArray<UserRecord> Users => _record.Current.Users;

    private DateTimeOffset Now => clock.GetUtcNow();

    public Task<UsersView> GetAsync() => Task.FromResult(new UsersView(
        [.. Users.Select(ViewOf)], [.. _record.Current.Tokens.Select(UserViews.Of)]));

    public async Task<string?> OfferSetUpAsync()
    {
        if (!Users.IsEmpty)
        {
            return null;
        }

        var code = RandomNumberGenerator.GetHexString(12, lowercase: true);
        await _record.UpdateAsync(record => record.SetUpCode is null ? record with { SetUpCode = code } : record);
        return _record.Current.SetUpCode;
    }

    public Task<ChangeUserResult> SetUpAsync(NewUser admin, string code) =>
        Users.IsEmpty && (_record.Current.SetUpCode is not { } offered || !IsSame(code.Trim(), offered))
            ? Task.FromResult<ChangeUserResult>(new ChangeUserResult.Refused("wrong_code", "This is not the code in the log."))
            : EnsureAdminAsync(admin);

    public Task<ChangeUserResult> EnsureAdminAsync(NewUser admin) =>
        Users.IsEmpty ? AddAsync(admin with { Role = Roles.Admin }) : Task.FromResult<ChangeUserResult>(IsSetUp);

    public async Task<ChangeUserResult> AddAsync(NewUser user)
    {
        if (UserEdits.ProblemOf(user, Users) is { } problem)
        {
            return problem;
        }

        var added = new UserRecord
        {
            Name = user.Name,
            Role = Roles.Find(user.Role)!.Value,
            PasswordHash = await passwords.HashAsync(user.Password),
            Stamp = Passwords.RandomText(),
            CreatedAt = Now,
        };
        await _record.UpdateAsync(record => record with { Users = record.Users.Add(added), SetUpCode = null });
        return new ChangeUserResult.Done(ViewOf(added));
    }

    public async Task<ChangeUserResult> ChangeAsync(ChangeUser wish)
    {
        if (UserEdits.Find(Users, wish.Name) is not { } user)
        {
            return new ChangeUserResult.Unknown();
        }

        if (wish.ProvesOldPassword && await SignInAsync(wish.Name, wish.OldPassword ?? "") is not SignInResult.SignedIn)
        {
            return new ChangeUserResult.Invalid("old_password", "This is not the password so far.");
        }

        if (UserEdits.ProblemOf(wish, user, Users) is { } problem)
        {
            return problem;
        }

        var changed = user with { Role = Roles.Find(wish.Role) ?? user.Role };
        if (wish.NewPassword is { } password)
        {
            changed = changed with { PasswordHash = await passwords.HashAsync(password), Stamp = Passwords.RandomText() };
            _lockOuts.Remove(user.Name);
        }

        await _record.UpdateAsync(record => record with { Users = record.Users.Replace(user, changed) });
        return new ChangeUserResult.Done(ViewOf(changed));
    }

    public async Task<ChangeUserResult> RemoveAsync(string name)
    {
        if (UserEdits.Find(Users, name) is not { } user)
        {
            return new ChangeUserResult.Unknown();
        }

        if (UserEdits.ProblemOfRemoving(user, Users) is { } problem)
        {
            return problem;
        }

        await _record.UpdateAsync(record => record with { Users = record.Users.Remove(user) });
        return new ChangeUserResult.Done(ViewOf(user));
    }

    public async Task<SignInResult> SignInAsync(string name, string password)
    {
        var user = UserEdits.Find(Users, name);
        if (user is not null && LockOutOf(user.Name) is { } lockOut && lockOut.IsLockedAt(Now))
        {
            return new SignInResult.Locked(lockOut.Until!.Value);
        }

        // A known name counts as wrong before it is proved right: many at once are no way around the lock.
        if (user is not null)
        {
            _lockOuts[user.Name] = LockOutOf(user.Name).AfterFailure(Now);
        }

        if (!await passwords.IsRightAsync(user?.PasswordHash, password))
        {
            return new SignInResult.Refused();
        }

        _lockOuts.Remove(user!.Name);
        return new SignInResult.SignedIn(ViewOf(user), user.Stamp);
    }

    public Task<string?> CheckAsync(string name, string stamp) => Task.FromResult(
        UserEdits.Find(Users, name) is { } user && IsSame(user.Stamp, stamp) ? Roles.NameOf(user.Role) : null);

    public Task<string?> RoleOfAsync(string name) => Task.FromResult(
        UserEdits.Find(Users, name) is { } user ? Roles.NameOf(user.Role) : null);

    public async Task<AddTokenResult> AddTokenAsync(NewToken token)
    {
        if (UserEdits.ProblemOf(token, _record.Current.Tokens, Now) is { } problem)
        {
            return problem;
        }

        var secret = TokenPrefix + RandomNumberGenerator.GetHexString(40, lowercase: true);
        var added = new TokenRecord
        {
            Id = RandomNumberGenerator.GetHexString(8, lowercase: true),
            Name = token.Name,
            Role = Roles.Find(token.Role)!.Value,
            SecretHash = HashOf(secret),
            CreatedAt = Now,
            CreatedBy = token.By,
            ExpiresAt = token.ExpiresAt,
        };
        await _record.UpdateAsync(record => record with { Tokens = record.Tokens.Add(added) });
        return new AddTokenResult.Added(UserViews.Of(added), secret);
    }

    public async Task<bool> RevokeTokenAsync(string id)
    {
        var before = _record.Current;
        await _record.UpdateAsync(record => record.Tokens.All(token => token.Id != id)
            ? record
            : record with { Tokens = record.Tokens.RemoveAll(token => token.Id == id) });
        return !ReferenceEquals(before, _record.Current);
    }

    public Task<TokenView?> CheckTokenAsync(string secret)
    {
        var hash = HashOf(secret);
        var found = _record.Current.Tokens.FirstOrDefault(token => IsSame(token.SecretHash, hash));
        return Task.FromResult(found is null || found.ExpiresAt <= Now ? null : UserViews.Of(found));
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private LockOut LockOutOf(string name) => _lockOuts.GetValueOrDefault(name, LockOut.None);

    private UserView ViewOf(UserRecord user) => UserViews.Of(user, LockOutOf(user.Name), Now);
}
