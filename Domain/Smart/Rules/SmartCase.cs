using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Verdicts;

namespace Burnin.Domain.Smart.Rules;

/// <summary>What the rules are given: a drive as it is now, and as it was before the test.</summary>
public sealed record SmartCase
{
    public required VerdictPolicy Policy { get; init; }

    public required SmartReport Now { get; init; }

    /// <summary>Null where this is the look before the test, or that one could not be read.</summary>
    public SmartReport? Before { get; init; }

    /// <summary>Whether this is the look before the test: what a test can still settle is not settled yet.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>What the NAS takes the drive for.</summary>
    public DriveMedium Medium { get; init; }

    /// <summary>The most that it showed during the test; null where nobody looked.</summary>
    public int? HottestCelsius { get; init; }

    public DriveKind Kind => (Now.Protocol, Medium, Now.Identity.RotationRpm) switch
    {
        (SmartProtocol.Nvme, _, _) or (null, DriveMedium.Nvme, _) => DriveKind.Nvme,
        (SmartProtocol.Scsi, _, _) => DriveKind.Sas,
        (_, _, 0) or (_, DriveMedium.Ssd, null) => DriveKind.AtaFlash,
        _ => DriveKind.AtaDisk,
    };

    public bool IsAta => Kind is DriveKind.AtaDisk or DriveKind.AtaFlash;

    /// <summary>Damage that is only noted: it was there before, and the policy lets a drive have a past.</summary>
    public bool ToleratesOld => Policy.ToleratesOldDamage;

    /// <summary>
    /// The count of an ATA attribute, before and now. Makers give an id what meaning they like, so the name has to say that
    /// it is the one that is meant.
    /// </summary>
    internal Count Attribute(string code, string what, int id, params ImmutableArray<string> names) =>
        new(code, what, Decoded(Before, id, names), Decoded(Now, id, names));

    private long? Decoded(SmartReport? report, int id, ImmutableArray<string> names) =>
        !IsAta || report?.Attribute(id) is not { } attribute || !names.Any(name => attribute.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            ? null
            : attribute.Decoded ?? (attribute.RawText is null ? attribute.Raw : null);
}
