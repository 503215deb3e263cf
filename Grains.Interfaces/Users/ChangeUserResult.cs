namespace Burnin.Grains.Interfaces.Users;

[GenerateSerializer, Immutable, Alias("burnin.change-user-result")]
public abstract record ChangeUserResult
{
    private ChangeUserResult()
    {
    }

    [GenerateSerializer, Immutable, Alias("burnin.change-user-result.done")]
    public sealed record Done([property: Id(0)] UserView User) : ChangeUserResult;

    [GenerateSerializer, Immutable, Alias("burnin.change-user-result.invalid")]
    public sealed record Invalid([property: Id(0)] string Field, [property: Id(1)] string Reason) : ChangeUserResult;

    [GenerateSerializer, Immutable, Alias("burnin.change-user-result.unknown")]
    public sealed record Unknown : ChangeUserResult;

    /// <summary>It would take the last admin away, or the set-up is over.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.change-user-result.refused")]
    public sealed record Refused([property: Id(0)] string Code, [property: Id(1)] string Reason) : ChangeUserResult;
}
