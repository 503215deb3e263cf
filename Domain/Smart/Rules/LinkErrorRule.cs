using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>
/// Errors between drive and controller: CRC errors (199) and the counters of the link itself. They are of the cable, the slot
/// or the backplane, and repaired by sending again; they never condemn a drive. Counters that grow with every power-up
/// are left out, and so are makers' own: what Western Digital counts there are seconds.
/// </summary>
internal sealed class LinkErrorRule : ISmartRule
{
    /// <summary>Of SATA: the drive lost the link, and was reset over it. Every start and every host reset counts here.</summary>
    private const int LostLink = 9;
    private const int ResetOverLink = 10;

    private const int FirstOfMaker = 0x8000;

    private const string WhatNext = "Reseat the drive, change its cable or its slot, then run again.";

    public IEnumerable<Reason> Judge(SmartCase given)
    {
        var crc = given.Attribute("crc_errors", "Interface CRC errors", 199, "CRC");

        // Old errors of a link that is not the present one: worth a word only on a drive that should have no past.
        var present = given.Before is null && !(given is { IsBaseline: true, ToleratesOld: true }) ? Severity.Note : (Severity?)null;
        if (crc.Judged(given, present, Severity.Note, whatNext: WhatNext) is { } reason)
        {
            yield return reason;
        }

        var phy = new Count("phy_errors", "Errors of the link as the drive counts them", Sum(given.Before), Sum(given.Now));
        if (phy.Judged(given, null, Severity.Note, whatNext: WhatNext) is { } link)
        {
            yield return link;
        }

        if (given is { Before.LinkSpeed.CurrentMegabitsPerSecond: { } was, Now.LinkSpeed.CurrentMegabitsPerSecond: { } now } && now < was)
        {
            yield return new Reason("link_speed_dropped", Severity.Note, FormattableString.Invariant($"The link fell from {was / 1000m:0.0} to {now / 1000m:0.0} Gb/s during the test."), given.Policy.Id)
            {
                Before = was,
                After = now,
                Limit = was,
                WhatNext = WhatNext,
            };
        }
        else if (given.Now.LinkSpeed is { CurrentMegabitsPerSecond: { } current, MaxMegabitsPerSecond: { } most } && current < most)
        {
            yield return new Reason("link_speed_low", Severity.Note, FormattableString.Invariant($"The link runs at {current / 1000m:0.0} Gb/s; the drive can do {most / 1000m:0.0}."), given.Policy.Id)
            {
                After = current,
                Limit = most,
                WhatNext = "If the controller can do more, reseat the drive or change its cable.",
            };
        }
    }

    /// <summary>No link counts in more than 32 bits: what is larger was garbled.</summary>
    private static long? Sum(SmartReport? report) => report is null || report.PhyCounters.IsEmpty ? null
        : report.PhyCounters.Where(counter => counter.Id is not (LostLink or ResetOverLink or >= FirstOfMaker)).Sum(counter => Math.Clamp(counter.Value, 0, uint.MaxValue));
}
