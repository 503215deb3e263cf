using Burnin.Domain.Jobs;

namespace Burnin.Domain.Provenance;

/// <summary>A drive that can hold more than it shows: what is hidden is not tested, and somebody has hidden it.</summary>
internal sealed class HiddenCapacityCheck : IProvenanceCheck
{
    public IEnumerable<Reason> Look(ProvenanceCase given)
    {
        var shown = given.Report.Identity.CapacityBytes ?? given.Target.SizeBytes;
        if (given.NativeBytes is { } native && native > shown)
        {
            yield return new Reason("hidden_capacity", Severity.Note, FormattableString.Invariant($"The drive shows {shown:N0} bytes of the {native:N0} that it has: {native - shown:N0} are hidden and are not tested."), given.Policy.Id)
            {
                After = shown,
                Limit = native,
                WhatNext = "Take the host protected area away (hdparm -N), then test it again.",
            };
        }

        if (given.Report.Identity.CapacityBytes is { } says && says != given.Target.SizeBytes)
        {
            yield return new Reason("capacity_differs", Severity.Note, FormattableString.Invariant($"The drive says that it holds {says:N0} bytes, the NAS sees {given.Target.SizeBytes:N0}."), given.Policy.Id)
            {
                Before = says,
                After = given.Target.SizeBytes,
                Limit = says,
                WhatNext = "Look for a bridge, a RAID controller or a hidden area in between.",
            };
        }
    }
}
