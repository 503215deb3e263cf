using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Drives;

/// <summary>What became of a wish to start. Refusing is normal, and leaves nothing half started.</summary>
[GenerateSerializer, Immutable, Alias("burnin.start-burn-in-result")]
public abstract record StartBurnInResult
{
    private StartBurnInResult()
    {
    }

    [GenerateSerializer, Immutable, Alias("burnin.start-burn-in-result.started")]
    public sealed record Started([property: Id(0)] string JobId) : StartBurnInResult;

    /// <summary>No NAS has ever shown a drive of this id.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.start-burn-in-result.unknown-drive")]
    public sealed record UnknownDrive : StartBurnInResult;

    [GenerateSerializer, Immutable, Alias("burnin.start-burn-in-result.busy")]
    public sealed record Busy([property: Id(0)] string JobId) : StartBurnInResult;

    /// <summary>
    /// The wish itself is wrong. Code: <c>operator_missing, unknown_profile, profile_flags, unknown_stage, stage_order, no_stage,
    /// serial_mismatch, not_confirmed, surface_engine, surface_passes, surface_mode, max_bad_blocks, override_mismatch</c>.
    /// </summary>
    [GenerateSerializer, Immutable, Alias("burnin.start-burn-in-result.invalid")]
    public sealed record Invalid([property: Id(0)] string Code, [property: Id(1)] string Reason) : StartBurnInResult;

    /// <summary>The drive may not be written to, by these facts, read just now.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.start-burn-in-result.in-use")]
    public sealed record InUse([property: Id(0)] ImmutableArray<InUseView> Facts) : StartBurnInResult;

    /// <summary>The NAS could not be asked. Fault as in <see cref="Nases.ConfigureNasResult.Failed"/>.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.start-burn-in-result.nas-failed")]
    public sealed record NasFailed([property: Id(0)] string Fault, [property: Id(1)] string Reason) : StartBurnInResult;
}
