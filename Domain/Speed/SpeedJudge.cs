using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Verdicts;

namespace Burnin.Domain.Speed;

/// <summary>
/// What a drive's speed over position says of it: the shape of its own curve, and its curve against those of its siblings.
/// A slow drive among slow ones is not the drive's fault.
/// </summary>
public static class SpeedJudge
{
    /// <summary>Less of the surface than this says nothing of its shape.</summary>
    private const double LeastCovered = 0.9;

    private const double Milli = 1000;

    /// <param name="policy">By what measure.</param>
    /// <param name="medium">Only spinning disks have an outer and an inner edge; a loop device has no speed of its own.</param>
    /// <param name="curve">The drive's.</param>
    /// <param name="siblings">Other drives' of its model, one each.</param>
    /// <param name="stage">Where and when it was measured.</param>
    public static ImmutableArray<Reason> Judge(VerdictPolicy policy, DriveMedium medium, SpeedCurve curve, ImmutableArray<SiblingCurve> siblings, SpeedOccasion stage) =>
        policy.IsWatchListOnly ? []
        : medium switch
        {
            DriveMedium.Unknown or DriveMedium.Loop => [],
            DriveMedium.Ssd or DriveMedium.Nvme => [.. Against(policy, curve, siblings, stage)],
            DriveMedium.Hdd => [.. Shape(policy, curve), .. SlowReads(policy, curve), .. Against(policy, curve, siblings, stage)],
        };

    private static IEnumerable<Reason> Shape(VerdictPolicy policy, SpeedCurve curve)
    {
        foreach (var dent in curve.Dents)
        {
            yield return new Reason(
                "speed_dent",
                Severity.Note,
                Text($"From {Gigabytes(dent.FromByte)} to {Gigabytes(dent.ToByte)} the drive is at {dent.Ratio:P0} of the speed of its neighbourhood, in {dent.Times} of {dent.Sweeps} sweeps."),
                policy.Id)
            {
                After = Rounded(dent.Ratio),
                Limit = (decimal)SpeedLimits.DentBelow,
                WhatNext = "Run the surface test again: a place that stays slow is being read more than once by the drive, and is the first to fail.",
            };
        }

        // From one end to the other: a test of samples, or one with many held segments, has no ends to compare.
        if (curve.Lane(SpeedDirection.Read) is { Covered: >= LeastCovered, InnerToOuterRatio: { } ratio } && ratio is < SpeedLimits.LeastInnerToOuter or > SpeedLimits.MostInnerToOuter)
        {
            yield return new Reason(
                "speed_shape",
                Severity.Note,
                Text($"Its inner edge is at {ratio:P0} of the speed of its outer edge; a hard disk usually is between {SpeedLimits.LeastInnerToOuter:P0} and {SpeedLimits.MostInnerToOuter:P0}."),
                policy.Id)
            {
                After = Rounded(ratio),
                Limit = (decimal)(ratio < SpeedLimits.LeastInnerToOuter ? SpeedLimits.LeastInnerToOuter : SpeedLimits.MostInnerToOuter),
                WhatNext = ratio > SpeedLimits.MostInnerToOuter
                    ? "Something other than the disk sets the pace: look at the link speed, the controller and how many drives are tested at once."
                    : "Compare with another drive of the model: the inner zones are slower than they should be.",
            };
        }
    }

    private static IEnumerable<Reason> SlowReads(VerdictPolicy policy, SpeedCurve curve)
    {
        var isGivenUp = curve.SlowPlaces.Any(place => place.SecondMaxMicroseconds >= SpeedLimits.GivenUpMicroseconds);
        if (curve.SlowPlaces.MaxBy(place => isGivenUp ? place.SecondMaxMicroseconds : place.MaxMicroseconds) is not { } worst)
        {
            yield break;
        }

        var times = worst.Times == 1 ? "once" : Text($"in {worst.Times} sweeps");
        yield return isGivenUp
            ? new Reason(
                "read_given_up",
                Severity.Fail,
                Text($"Reads between {Gigabytes(worst.FromByte)} and {Gigabytes(worst.ToByte)} took up to {worst.MaxMicroseconds / Milli:N0} ms, {times}, and more than {SpeedLimits.GivenUpMicroseconds / Milli:N0} ms each time."),
                policy.Id)
            {
                After = Math.Round(worst.SecondMaxMicroseconds!.Value / 1000m),
                Limit = SpeedLimits.GivenUpMicroseconds / 1000,
            }
            : new Reason(
                "slow_reads",
                Severity.Note,
                Text($"At {curve.SlowPlaces.Length} places single reads took {SpeedLimits.VeryLongMicroseconds / Milli:N0} ms or more, the longest {worst.MaxMicroseconds / Milli:N0} ms between {Gigabytes(worst.FromByte)} and {Gigabytes(worst.ToByte)}, {times}."),
                policy.Id)
            {
                After = Math.Round(worst.MaxMicroseconds / 1000m),
                Limit = SpeedLimits.VeryLongMicroseconds / 1000,
                WhatNext = "Look at the kernel log of that time: a bus that was reset makes every drive on it wait.",
            };
    }

    private static IEnumerable<Reason> Against(VerdictPolicy policy, SpeedCurve curve, ImmutableArray<SiblingCurve> siblings, SpeedOccasion stage)
    {
        // Those beside it may be slow for the same reason, so the others are the measure wherever there are enough of them.
        var beside = siblings.Where(sibling => sibling.IsBeside(stage.Nas, stage.From, stage.To)).ToList();
        var apart = siblings.Except(beside).Select(sibling => sibling.Curve).ToList();
        var measure = apart.Count >= SpeedLimits.LeastSiblings ? apart : [.. siblings.Select(sibling => sibling.Curve)];
        foreach (var compared in SpeedComparison.Of(curve, measure))
        {
            var slowBeside = beside.Count(other => SpeedComparison.Of(other.Curve, apart).Any(theirs => theirs.Direction == compared.Direction && theirs.Ratio < SpeedLimits.SiblingNoteBelow));
            if (Slow(policy, compared, slowBeside >= 2 && slowBeside * 2 >= beside.Count, slowBeside) is { } slow)
            {
                yield return slow;
            }

            // What is slow all over has been said by now.
            foreach (var zone in compared.SlowZones.Where(zone => zone.ToByte - zone.FromByte < curve.SizeBytes / 2))
            {
                yield return new Reason(
                    "slow_zone",
                    Severity.Note,
                    Text($"From {Gigabytes(zone.FromByte)} to {Gigabytes(zone.ToByte)} it {Verb(compared)} at {zone.Ratio:P0} of the speed of {compared.Siblings} other drives of its model."),
                    policy.Id)
                {
                    After = Rounded(zone.Ratio),
                    Limit = (decimal)SpeedLimits.DentBelow,
                };
            }
        }
    }

    private static Reason? Slow(VerdictPolicy policy, SpeedComparison compared, bool isShelfSlow, int slowBeside)
    {
        if (compared.Ratio >= SpeedLimits.SiblingNoteBelow)
        {
            return null;
        }

        var text = Text($"It {Verb(compared)} {Megabytes(compared.BytesPerSecond)}, {compared.Ratio:P0} of what {compared.Siblings} other drives of its model do ({Megabytes(compared.SiblingBytesPerSecond)}).");
        var isCondemned = compared.Ratio < SpeedLimits.SiblingFailBelow && policy.CondemnsSlowDrives;
        return isShelfSlow
            ? new Reason("slow_shelf", Severity.Note, Text($"{text} So were {slowBeside} drives that were tested beside it, so it is not this drive."), policy.Id)
            {
                Before = compared.SiblingBytesPerSecond,
                After = compared.BytesPerSecond,
                Limit = Limit(compared, SpeedLimits.SiblingNoteBelow),
                WhatNext = "Test fewer drives at once, or look for a narrow link: expander, cable, controller slot.",
            }
            : new Reason("slow_drive", isCondemned ? Severity.Fail : Severity.Note, text, policy.Id)
            {
                Before = compared.SiblingBytesPerSecond,
                After = compared.BytesPerSecond,
                Limit = Limit(compared, isCondemned ? SpeedLimits.SiblingFailBelow : SpeedLimits.SiblingNoteBelow),
                WhatNext = "Test it once more by itself, in another slot: vibration and a slow link look the same.",
            };
    }

    private static string Verb(SpeedComparison compared) => compared.Direction == SpeedDirection.Read ? "reads" : "writes";

    private static decimal Limit(SpeedComparison compared, double below) => Math.Round(compared.SiblingBytesPerSecond * (decimal)below);

    private static decimal Rounded(double ratio) => Math.Round((decimal)ratio, 3);

    private static string Gigabytes(long bytes) => Text($"{bytes / 1e9:N1} GB");

    private static string Megabytes(long bytesPerSecond) => Text($"{bytesPerSecond / 1e6:N0} MB/s");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
