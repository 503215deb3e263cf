namespace Burnin.Domain.Smart;

/// <summary>When an attribute's normalised value was at or below its threshold.</summary>
public enum AttributeFailure
{
    Now,
    Past,
}
