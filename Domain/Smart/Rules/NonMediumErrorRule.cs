using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>Errors of a SAS drive that are not of its medium: mostly the link, and commands that it does not know. Only a leap is worth a word; how large is ours.</summary>
internal sealed class NonMediumErrorRule : ISmartRule
{
    private const long Leap = 100;

    public IEnumerable<Reason> Judge(SmartCase given)
    {
        var count = new Count("non_medium_errors", "Non-medium errors", given.Before?.Scsi?.NonMediumErrors, given.Now.Scsi?.NonMediumErrors);
        return count.Growth < Leap || count.Judged(given, null, Severity.Note, whatNext: "Look at the kernel log, the cable and the expander.") is not { } reason ? []
            : [reason with { Limit = count.Before + Leap - 1 }];
    }
}
