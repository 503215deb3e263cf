using Burnin.Domain.Jobs;

namespace Burnin.Domain.Verdicts.Suspects;

/// <summary>Something other than the drive that may be at fault.</summary>
/// <param name="Code">Of the reason that it gives.</param>
/// <param name="Text">A sentence that begins with the name of the suspect.</param>
/// <param name="WhatNext">What to do to find out.</param>
/// <param name="Explains">Which of the findings it may have caused: those do not condemn the drive any more.</param>
internal sealed record Suspicion(string Code, string Text, string WhatNext, Func<Finding, bool> Explains)
{
    public Reason ToReason(VerdictPolicy policy) => new(Code, Severity.Inconclusive, Text, policy.Id) { WhatNext = WhatNext };
}
