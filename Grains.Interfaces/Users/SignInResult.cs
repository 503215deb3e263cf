namespace Burnin.Grains.Interfaces.Users;

[GenerateSerializer, Immutable, Alias("burnin.sign-in-result")]
public abstract record SignInResult
{
    private SignInResult()
    {
    }

    /// <summary>Stamp: proves this sign-in later, see <see cref="IUsersGrain.CheckAsync"/>.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.sign-in-result.signed-in")]
    public sealed record SignedIn([property: Id(0)] UserView User, [property: Id(1)] string Stamp) : SignInResult;

    /// <summary>Which of name and password is wrong is not said.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.sign-in-result.refused")]
    public sealed record Refused : SignInResult;

    [GenerateSerializer, Immutable, Alias("burnin.sign-in-result.locked")]
    public sealed record Locked([property: Id(0)] DateTimeOffset Until) : SignInResult;
}
