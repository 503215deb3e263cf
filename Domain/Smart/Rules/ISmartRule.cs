using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>One judgement on one kind of evidence.</summary>
internal interface ISmartRule
{
    /// <summary>Nothing where the rule does not apply, or finds nothing to say. What a drive does not report is never taken for zero.</summary>
    IEnumerable<Reason> Judge(SmartCase given);
}
