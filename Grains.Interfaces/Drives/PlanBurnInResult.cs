namespace Burnin.Grains.Interfaces.Drives;

/// <summary>What a start would ask of one drive, or why it would be refused by what is known now.</summary>
[GenerateSerializer, Immutable, Alias("burnin.plan-burn-in-result")]
public abstract record PlanBurnInResult
{
    private PlanBurnInResult()
    {
    }

    [GenerateSerializer, Immutable, Alias("burnin.plan-burn-in-result.planned")]
    public sealed record Planned([property: Id(0)] PlanView Plan) : PlanBurnInResult;

    [GenerateSerializer, Immutable, Alias("burnin.plan-burn-in-result.refused")]
    public sealed record Refused([property: Id(0)] StartBurnInResult Why) : PlanBurnInResult;
}
