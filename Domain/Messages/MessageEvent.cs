namespace Burnin.Domain.Messages;

/// <summary>What people can be told of.</summary>
public enum MessageEvent
{
    BurninPassed,
    BurninFailed,
    BurninInconclusive,
    BurninCancelled,
    Test,
}
