namespace Burnin.Domain.Messages;

/// <summary>What people can be told of.</summary>
public enum MessageEvent
{
    BurninPassed,
    BurninFailed,
    BurninInconclusive,
    BurninCancelled,
    NasSilent,
    NasBack,

    /// <summary>It is us who did not run for a while.</summary>
    BurninAway,
    DailyReport,
    Test,
}
