namespace Burnin.Domain.Messages;

/// <summary>What events are called on every wire, and in front of a headline.</summary>
public static class MessageWords
{
    extension(MessageEvent happened)
    {
        public string Wire => happened switch
        {
            MessageEvent.BurninPassed => "burnin_passed",
            MessageEvent.BurninFailed => "burnin_failed",
            MessageEvent.BurninInconclusive => "burnin_inconclusive",
            MessageEvent.BurninCancelled => "burnin_cancelled",
            MessageEvent.Test => "test",
        };

        public string Word => happened switch
        {
            MessageEvent.BurninPassed => "passed",
            MessageEvent.BurninFailed => "failed",
            MessageEvent.BurninInconclusive => "inconclusive",
            MessageEvent.BurninCancelled => "cancelled",
            MessageEvent.Test => "test",
        };

        /// <summary>Somebody should look.</summary>
        public bool IsTrouble => happened switch
        {
            MessageEvent.BurninFailed or MessageEvent.BurninInconclusive => true,
            MessageEvent.BurninPassed or MessageEvent.BurninCancelled or MessageEvent.Test => false,
        };
    }
}
