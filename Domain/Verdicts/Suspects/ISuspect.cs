namespace Burnin.Domain.Verdicts.Suspects;

/// <summary>One thing beside the drive that can make it look bad.</summary>
internal interface ISuspect
{
    /// <summary>Null where nothing points to it.</summary>
    Suspicion? Look(VerdictCase given);
}
