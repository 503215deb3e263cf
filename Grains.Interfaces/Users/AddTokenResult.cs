namespace Burnin.Grains.Interfaces.Users;

[GenerateSerializer, Immutable, Alias("burnin.add-token-result")]
public abstract record AddTokenResult
{
    private AddTokenResult()
    {
    }

    /// <summary>Secret: shown this once, and kept nowhere.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.add-token-result.added")]
    public sealed record Added([property: Id(0)] TokenView Token, [property: Id(1)] string Secret) : AddTokenResult
    {
        public override string ToString() => $"{nameof(Added)} {Token}";
    }

    [GenerateSerializer, Immutable, Alias("burnin.add-token-result.invalid")]
    public sealed record Invalid([property: Id(0)] string Field, [property: Id(1)] string Reason) : AddTokenResult;
}
