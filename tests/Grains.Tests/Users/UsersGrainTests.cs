using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Users;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Users;

public sealed class UsersGrainTests : GrainCluster
{
    private const string Right = "correct horse battery";
    private const string Wrong = "wrong horse battery";

    private IUsersGrain Users => Grains.Users();

    [Fact]
    public async Task The_first_admin_is_made_with_the_code_of_the_log_and_only_once()
    {
        var code = await Users.OfferSetUpAsync();
        await LoseActivationsAsync();
        Assert.Equal(code, await Users.OfferSetUpAsync());
        Assert.Equal("wrong_code", Assert.IsType<ChangeUserResult.Refused>(await Users.SetUpAsync(Of("eve"), "0123456789ab")).Code);

        var made = Assert.IsType<ChangeUserResult.Done>(await Users.SetUpAsync(Of("marta") with { Role = "viewer" }, $" {code} "));

        Assert.Equal(("marta", "admin"), (made.User.Name, made.User.Role));
        Assert.Null(await Users.OfferSetUpAsync());
        Assert.Equal("set_up_already", Assert.IsType<ChangeUserResult.Refused>(await Users.SetUpAsync(Of("eve"), code!)).Code);
        Assert.Equal("set_up_already", Assert.IsType<ChangeUserResult.Refused>(await Users.EnsureAdminAsync(Of("eve"))).Code);
    }

    [Fact]
    public async Task A_code_that_was_never_offered_opens_nothing()
    {
        Assert.IsType<ChangeUserResult.Refused>(await Users.SetUpAsync(Of("eve"), ""));
        Assert.Empty((await Users.GetAsync()).Users);
    }

    [Fact]
    public async Task A_sign_in_holds_until_the_password_or_the_user_changes_and_over_the_loss_of_the_grain()
    {
        await Users.EnsureAdminAsync(Of("marta"));
        await Users.AddAsync(Of("ole") with { Role = "operator" });
        var signedIn = Assert.IsType<SignInResult.SignedIn>(await Users.SignInAsync("OLE", Right));
        await LoseActivationsAsync();

        Assert.Equal("operator", await Users.CheckAsync("ole", signedIn.Stamp));
        await Users.ChangeAsync(new ChangeUser { Name = "ole", Role = "viewer" });
        Assert.Equal("viewer", await Users.CheckAsync("ole", signedIn.Stamp));

        await Users.ChangeAsync(new ChangeUser { Name = "ole", NewPassword = "another fine password" });
        Assert.Null(await Users.CheckAsync("ole", signedIn.Stamp));
        Assert.IsType<SignInResult.Refused>(await Users.SignInAsync("ole", Right));
        var again = Assert.IsType<SignInResult.SignedIn>(await Users.SignInAsync("ole", "another fine password"));

        await Users.RemoveAsync("ole");
        Assert.Null(await Users.CheckAsync("ole", again.Stamp));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_a_name_and_then_the_right_one_waits_too()
    {
        await Users.EnsureAdminAsync(Of("marta"));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.IsType<SignInResult.Refused>(await Users.SignInAsync("marta", Wrong));
        }

        var locked = Assert.IsType<SignInResult.Locked>(await Users.SignInAsync("marta", Right));
        Assert.Equal(locked.Until, (await Users.GetAsync()).Users[0].LockedUntil);

        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<SignInResult.SignedIn>(await Users.SignInAsync("marta", Right));
        Assert.IsType<SignInResult.Refused>(await Users.SignInAsync("marta", Wrong));
        Assert.IsType<SignInResult.SignedIn>(await Users.SignInAsync("marta", Right));
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_way_around_the_lock()
    {
        await Users.EnsureAdminAsync(Of("marta"));

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Users.SignInAsync("marta", Wrong)));

        Assert.IsType<SignInResult.Locked>(await Users.SignInAsync("marta", Right));
    }

    [Fact]
    public async Task The_last_admin_stays_one()
    {
        await Users.EnsureAdminAsync(Of("marta"));
        await Users.AddAsync(Of("ole") with { Role = "operator" });

        Assert.Equal("last_admin", Assert.IsType<ChangeUserResult.Refused>(await Users.RemoveAsync("marta")).Code);
        Assert.IsType<ChangeUserResult.Refused>(await Users.ChangeAsync(new ChangeUser { Name = "marta", Role = "operator" }));

        await Users.ChangeAsync(new ChangeUser { Name = "ole", Role = "admin" });
        Assert.IsType<ChangeUserResult.Done>(await Users.RemoveAsync("marta"));
    }

    [Fact]
    public async Task Whoever_changes_his_own_password_proves_the_old_one()
    {
        await Users.EnsureAdminAsync(Of("marta"));
        var wish = new ChangeUser { Name = "marta", ProvesOldPassword = true, NewPassword = "another fine password" };

        Assert.Equal("old_password", Assert.IsType<ChangeUserResult.Invalid>(await Users.ChangeAsync(wish with { OldPassword = Wrong })).Field);
        Assert.IsType<ChangeUserResult.Done>(await Users.ChangeAsync(wish with { OldPassword = Right }));
    }

    [Theory]
    [InlineData("mar ta", Right, "operator", "name")]
    [InlineData("MARTA", Right, "operator", "name")]
    [InlineData("ole", "short", "operator", "password")]
    [InlineData("ole", Right, "root", "role")]
    public async Task A_user_that_cannot_be_is_refused_by_what_is_wrong(string name, string password, string role, string field)
    {
        await Users.EnsureAdminAsync(Of("marta"));

        var invalid = Assert.IsType<ChangeUserResult.Invalid>(await Users.AddAsync(new NewUser { Name = name, Password = password, Role = role }));

        Assert.Equal(field, invalid.Field);
    }

    [Fact]
    public async Task A_token_is_known_by_its_secret_alone_until_it_is_revoked()
    {
        var added = Assert.IsType<AddTokenResult.Added>(await Users.AddTokenAsync(Token("ci")));
        await LoseActivationsAsync();

        Assert.Equal(added.Token, await Users.CheckTokenAsync(added.Secret));
        Assert.Null(await Users.CheckTokenAsync(added.Secret + "0"));
        Assert.Null(await Users.CheckTokenAsync(added.Token.Id));
        Assert.DoesNotContain(added.Secret, Storage.JsonOf("users", "burnin"), StringComparison.Ordinal);

        Assert.True(await Users.RevokeTokenAsync(added.Token.Id));
        Assert.False(await Users.RevokeTokenAsync(added.Token.Id));
        Assert.Null(await Users.CheckTokenAsync(added.Secret));
    }

    [Fact]
    public async Task A_token_ends_with_its_time()
    {
        var added = Assert.IsType<AddTokenResult.Added>(await Users.AddTokenAsync(Token("ci") with { ExpiresAt = Clock.GetUtcNow().AddDays(1) }));
        Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await Users.CheckTokenAsync(added.Secret));

        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await Users.CheckTokenAsync(added.Secret));
        Assert.Equal("expires_at", Assert.IsType<AddTokenResult.Invalid>(
            await Users.AddTokenAsync(Token("late") with { ExpiresAt = Clock.GetUtcNow() })).Field);
    }

    private static NewUser Of(string name) => new() { Name = name, Password = Right, Role = "admin" };

    private static NewToken Token(string name) => new() { Name = name, Role = "operator", By = "marta" };
}
