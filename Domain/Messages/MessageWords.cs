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
            MessageEvent.NasSilent => "nas_silent",
            MessageEvent.NasBack => "nas_back",
            MessageEvent.BurninAway => "burnin_away",
            MessageEvent.DailyReport => "daily_report",
            MessageEvent.Test => "test",
        };

        public string Word => happened switch
        {
            MessageEvent.BurninPassed => "passed",
            MessageEvent.BurninFailed => "failed",
            MessageEvent.BurninInconclusive => "inconclusive",
            MessageEvent.BurninCancelled => "cancelled",
            MessageEvent.NasSilent => "NAS silent",
            MessageEvent.NasBack => "NAS back",
            MessageEvent.BurninAway => "Burnin was away",
            MessageEvent.DailyReport => "daily report",
            MessageEvent.Test => "test",
        };

        /// <summary>Somebody should look.</summary>
        public bool IsTrouble => happened switch
        {
            MessageEvent.BurninFailed or MessageEvent.BurninInconclusive or MessageEvent.NasSilent or MessageEvent.BurninAway => true,
            MessageEvent.BurninPassed or MessageEvent.BurninCancelled or MessageEvent.NasBack or MessageEvent.DailyReport or MessageEvent.Test => false,
        };
    }

    /// <summary>The event of this name on the wire.</summary>
    public static MessageEvent Parse(string wire) => Enum.GetValues<MessageEvent>().Single(happened => happened.Wire == wire);
}
