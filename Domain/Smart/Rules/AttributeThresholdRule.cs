using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>
/// Attributes at or below the threshold that the maker has set, now or in the past. Some tell of the end, the others of age.
/// Temperatures are judged as temperatures: a hot drive is not a sick one.
/// </summary>
internal sealed class AttributeThresholdRule : ISmartRule
{
    private const int AirflowTemperature = 190;
    private const int Temperature = 194;

    public IEnumerable<Reason> Judge(SmartCase given) =>
        from attribute in given.Now.Attributes
        where attribute.WhenFailed is not null && attribute.Id is not (AirflowTemperature or Temperature)
        let isNow = attribute.WhenFailed == AttributeFailure.Now
        select new Reason(
            isNow ? "attribute_failing" : "attribute_failed_before",
            isNow && attribute.IsPrefail == true ? Severity.Fail : Severity.Note,
            isNow
                ? FormattableString.Invariant($"Attribute {attribute.Id} ({attribute.Name}) is at {attribute.Value}, at or below its threshold of {attribute.Threshold}.")
                : FormattableString.Invariant($"Attribute {attribute.Id} ({attribute.Name}) was at or below its threshold of {attribute.Threshold} in the past, at {attribute.Worst}."),
            given.Policy.Id)
        {
            Before = given.Before?.Attribute(attribute.Id)?.Value,
            After = isNow ? attribute.Value : attribute.Worst,
            Limit = attribute.Threshold + 1,
        };
}
