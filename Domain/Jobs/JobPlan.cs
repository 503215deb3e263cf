using System.Collections.Immutable;
using Burnin.Domain.Surface;
using Burnin.Domain.Verdicts;

namespace Burnin.Domain.Jobs;

/// <summary>The stages of a job in order, precheck first and final check last; or why the wish makes no plan.</summary>
public abstract record JobPlan
{
    private JobPlan()
    {
    }

    public sealed record Accepted(string Profile, ImmutableArray<StageName> Stages, SurfaceChoice Surface) : JobPlan
    {
        public bool IsDestructive => Surface.Erases && TestsSurface;

        public bool TestsSurface => Stages.Any(stage => stage.IsSurface);

        /// <summary>By what the drive is judged, with its version.</summary>
        public string Policy { get; init; } = VerdictPolicies.New.Id;
    }

    /// <summary>
    /// Code: <c>operator_missing, unknown_profile, profile_flags, unknown_stage, stage_order, no_stage, serial_mismatch,
    /// not_confirmed, surface_engine, surface_passes, surface_mode, max_bad_blocks, override_mismatch, policy</c>.
    /// </summary>
    public sealed record Invalid(string Code, string Reason) : JobPlan;

    /// <param name="wish">What a person asks for.</param>
    /// <param name="serial">Of the drive.</param>
    /// <param name="usual">How surfaces are tested where the wish does not say.</param>
    /// <param name="usualPolicy">By what the drive is judged where the wish does not say; null: as new.</param>
    public static JobPlan Of(JobWish wish, string serial, SurfaceChoice usual, string? usualPolicy = null) =>
        string.IsNullOrWhiteSpace(wish.Operator) ? new Invalid("operator_missing", "Say who starts this: the field \"operator\" is empty.")
        : SketchOf(wish, serial, usual, usualPolicy) is var sketch && sketch is Accepted plan && RefusalOf(wish, plan, serial) is { } refusal ? refusal
        : sketch;

    /// <summary>The same before a person has put a name to it and typed what is asked for: to be looked at, never to be run.</summary>
    public static JobPlan SketchOf(JobWish wish, string serial, SurfaceChoice usual, string? usualPolicy = null) => SurfaceWish.Of(wish, serial, usual) switch
    {
        { Refusal: { } refusal } => refusal,
        { Choice: var surface } => ChosenBy(wish, surface) switch
        {
            Accepted plan => VerdictPolicies.Find(wish.Policy ?? usualPolicy ?? VerdictPolicies.New.Name) is { } policy ? plan with { Policy = policy.Id } : UnknownPolicy(wish.Policy ?? usualPolicy),
            var plan => plan,
        },
    };

    private static Invalid UnknownPolicy(string? name) =>
        new("policy", $"\"policy\" is {string.Join(" or ", VerdictPolicies.All.Select(policy => policy.Name))}; it says: {name}.");

    private static JobPlan ChosenBy(JobWish wish, SurfaceChoice surface)
    {
        ImmutableArray<StageName> chosen;
        if (wish.Profile is { } profile)
        {
            if (JobProfiles.StagesOf(profile) is not { } known)
            {
                return new Invalid("unknown_profile", $"There is no profile \"{profile}\". Known are: {string.Join(", ", JobProfiles.Names)}.");
            }

            var declined = known.Where(stage => Declines(wish, stage)).Select(stage => stage.Wire).ToList();
            if (declined.Count > 0)
            {
                return new Invalid("profile_flags", $"The profile \"{profile}\" runs {string.Join(", ", declined)}, but the flags say not to. Leave out one of the two.");
            }

            chosen = known;
        }
        else
        {
            chosen = ByFlags(wish);
        }

        if (wish.StageOrder is { } names)
        {
            if (Ordered(names) is not { } order)
            {
                return new Invalid("unknown_stage", $"\"stage_order\" may name short_smart, long_smart, surface_validate and io_validate, each once; it says: {string.Join(", ", names)}.");
            }

            // Where only the order was given it is also the choice; where both were, they must agree.
            var isFree = wish.Profile is null && wish.RunShort is null && wish.RunLong is null && wish.RunSurface is null;
            if (!isFree && (order.Length != chosen.Length || order.Any(stage => !chosen.Contains(stage))))
            {
                return new Invalid("stage_order", $"\"stage_order\" names {string.Join(", ", names)}, but chosen are {string.Join(", ", chosen.Select(stage => stage.Wire))}.");
            }

            chosen = order;
        }

        return chosen.IsEmpty
            ? new Invalid("no_stage", "No stage is chosen. Set at least one of run_short, run_long, run_surface, or a profile.")
            : new Accepted(JobProfiles.NameOf(chosen), [StageName.Precheck, .. chosen, StageName.FinalCheck], surface);
    }

    private static bool Declines(JobWish wish, StageName stage) => stage switch
    {
        StageName.ShortSmart => wish.RunShort == false,
        StageName.LongSmart => wish.RunLong == false,
        StageName.SurfaceValidate => wish.RunSurface == false,
        StageName.Precheck or StageName.IoValidate or StageName.FinalCheck => false,
    };

    private static ImmutableArray<StageName> ByFlags(JobWish wish)
    {
        var chosen = ImmutableArray.CreateBuilder<StageName>(3);
        if (wish.RunShort ?? true)
        {
            chosen.Add(StageName.ShortSmart);
        }

        if (wish.RunLong ?? true)
        {
            chosen.Add(StageName.LongSmart);
        }

        if (wish.RunSurface ?? true)
        {
            chosen.Add(StageName.SurfaceValidate);
        }

        return chosen.ToImmutable();
    }

    private static ImmutableArray<StageName>? Ordered(ImmutableArray<string> names)
    {
        var order = ImmutableArray.CreateBuilder<StageName>(names.Length);
        foreach (var name in names)
        {
            if (StageNames.Parse(name) is not { IsExamination: false } stage || order.Contains(stage))
            {
                return null;
            }

            order.Add(stage);
        }

        return order.ToImmutable();
    }

    private static Invalid? RefusalOf(JobWish wish, Accepted plan, string serial)
    {
        if (!plan.IsDestructive)
        {
            return null;
        }

        if (wish.DrivesInBatch > 1)
        {
            return wish.ConfirmDestructive
                ? null
                : new Invalid("not_confirmed", $"This erases {wish.DrivesInBatch} drives. Set \"confirm_destructive\" to true to say that this is meant.");
        }

        return serial.Length > 0 && wish.ConfirmSerial?.Trim() == serial
            ? null
            : new Invalid("serial_mismatch", $"This erases the drive. Type its serial in \"confirm_serial\": expected is {serial}, given was \"{wish.ConfirmSerial}\".");
    }
}
