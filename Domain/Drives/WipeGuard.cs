using System.Collections.Immutable;

namespace Burnin.Domain.Drives;

/// <summary>
/// The one place that may say "yes, erase" from facts that were read a moment ago. It fails closed. The host programme
/// says it once more, in the shell that starts the writer.
/// </summary>
public static class WipeGuard
{
    /// <summary>Empty means permitted.</summary>
    public static ImmutableArray<InUseFact> RefusalsOf(DriveTarget target, DriveFacts? facts)
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

        refusals.AddRange(facts.InUse);
        return refusals.ToImmutable();
    }
}
