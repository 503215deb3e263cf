using Orleans.Concurrency;

namespace Burnin.Grains.Interfaces.Users;

/// <summary>Who may sign in, and which programs may come with a token. Key: <c>users:burnin</c>. It calls no other grain.</summary>
[GrainInterfaceType("burnin.users"), Alias("burnin.users")]
public interface IUsersGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("get")]
    Task<UsersView> GetAsync();

    /// <summary>The code that lets somebody make the first admin, the same until then; null once there is a user.</summary>
    [Alias("offer-set-up")]
    Task<string?> OfferSetUpAsync();

    /// <summary>Makes the first admin for whoever has the code that was offered.</summary>
    [Alias("set-up")]
    Task<ChangeUserResult> SetUpAsync(NewUser admin, string code);

    /// <summary>Makes the admin whom the environment names, unless there is any user already.</summary>
    [Alias("ensure-admin")]
    Task<ChangeUserResult> EnsureAdminAsync(NewUser admin);

    [Alias("add-user")]
    Task<ChangeUserResult> AddAsync(NewUser user);

    [Alias("change-user")]
    Task<ChangeUserResult> ChangeAsync(ChangeUser wish);

    [Alias("remove-user")]
    Task<ChangeUserResult> RemoveAsync(string name);

    /// <summary>Proves a password. Interleaves: proving takes its time, by intention.</summary>
    [AlwaysInterleave, Alias("sign-in")]
    Task<SignInResult> SignInAsync(string name, string password);

    /// <summary>The role of somebody who signed in earlier; null if he may no longer.</summary>
    /// <param name="name">As it was signed in.</param>
    /// <param name="stamp">What the sign-in answered; changes with the password, and when the user is removed.</param>
    [AlwaysInterleave, Alias("check")]
    Task<string?> CheckAsync(string name, string stamp);

    /// <summary>The role of somebody whom a trusted proxy has signed in; null if there is no such user.</summary>
    [AlwaysInterleave, Alias("role-of")]
    Task<string?> RoleOfAsync(string name);

    [Alias("add-token")]
    Task<AddTokenResult> AddTokenAsync(NewToken token);

    /// <returns>False if there is no such token.</returns>
    [Alias("revoke-token")]
    Task<bool> RevokeTokenAsync(string id);

    /// <summary>Who a token stands for; null if it is unknown, revoked or out of date.</summary>
    [AlwaysInterleave, Alias("check-token")]
    Task<TokenView?> CheckTokenAsync(string secret);
}
