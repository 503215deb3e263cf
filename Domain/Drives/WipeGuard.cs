using System.Collections.Immutable;

namespace Burnin.Domain.Drives;

/// <summary>
/// The one place that may say "yes, erase" from facts that were read a moment ago. It fails closed. The host programme
/// says it once more, in the shell that starts the writer.
/// </summary>
public static class WipeGuard
{
    /// <summary>Empty means that the drive may be erased.</summary>
    /// <param name="target">The drive that is meant.</param>
    /// <param name="facts">What answers to it; null where nothing does.</param>
    /// <param name="stale">Labels and partition tables that an operator, with the serial, has called stale: just these.</param>
    public static ImmutableArray<InUseFact> RefusalsOf(DriveTarget target, DriveFacts? facts, ImmutableArray<InUseFact> stale) =>
    [
        .. MismatchesOf(target, facts),
        .. facts is null ? [] : facts.InUse.Where(fact => !IsLabel(fact) || !stale.Contains(fact)),
    ];

    /// <summary>What an operator's word can set aside: a label and a partition table, which say what was, and never what is.</summary>
    public static ImmutableArray<InUseFact> LabelsOn(DriveFacts? facts) => facts is null ? [] : [.. facts.InUse.Where(IsLabel)];

    /// <summary>Empty means that this is the drive. Reading asks for no more than that.</summary>
    public static ImmutableArray<InUseFact> MismatchesOf(DriveTarget target, DriveFacts? facts)
    {
        if (facts is null)
        {
            return [new InUseFact("unknown", $"No disk on the host answers to serial {target.Serial}.")];
        }

        var refusals = ImmutableArray.CreateBuilder<InUseFact>();
        if (string.IsNullOrWhiteSpace(facts.Serial))
        {
            refusals.Add(new InUseFact("no_serial", $"{facts.DeviceName} reports no serial, so nothing can prove which drive it is."));
        }

        if (facts.SizeBytes <= 0)
        {
            refusals.Add(new InUseFact("zero_size", $"{facts.DeviceName} reports no capacity."));
        }

        if (!target.IsSameDriveAs(facts))
        {
            refusals.Add(new InUseFact(
                "identity",
                $"{facts.DeviceName} is serial {facts.Serial} with {facts.SizeBytes} bytes; this job is for serial {target.Serial} with {target.SizeBytes} bytes."));
        }

        return refusals.ToImmutable();
    }

    private static bool IsLabel(InUseFact fact) => fact.Code is "signature" or "partitions";
}
