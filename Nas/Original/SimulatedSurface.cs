using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;

namespace Burnin.Nas.Original;

/// <summary>
/// Plays a surface stage on a NAS that offers no way to write to a disk, as the original did without SSH. How far it is
/// follows from the clock alone, so nothing is kept and a restart changes nothing. The result says what it is.
/// </summary>
internal static class SimulatedSurface
{
    public const string Handle = "simulated";

    private const string Rule = "simulation";

    public static bool Plays(StageName stage) => stage is StageName.SurfaceValidate or StageName.IoValidate;

    public static RunSnapshot At(RunOrder order, DateTimeOffset now, double speedUp)
    {
        var done = Math.Max(0, (now - order.OrderedAt) * speedUp / LengthOf(order.Stage));
        return done >= 1
            ? new RunSnapshot.Ended(Result(order))
            : new RunSnapshot.Running(new RunProgress { Percent = done * 100, Phase = PhaseAt(done, order) });
    }

    private static TimeSpan LengthOf(StageName stage) => TimeSpan.FromSeconds(stage == StageName.IoValidate ? 25 : 45);

    private static string PhaseAt(double done, RunOrder order)
    {
        var passes = order switch
        {
            { Surface.Shape: { Mode: SurfaceMode.Write, SamplesOnly: false } shape } => shape.Passes,
            _ => 1,
        };
        var half = (int)(done * passes * 2);
        return SurfaceProgress.PhaseOf(passes, half / 2, half % 2 == 0 ? "write" : "verify");
    }

    private static RunResult Result(RunOrder order)
    {
        var stage = order.Stage == StageName.IoValidate ? "I/O" : "surface";
        return new RunResult
        {
            State = StageState.Passed,
            Reasons =
            [
                new Reason(
                    "simulated",
                    Severity.Note,
                    $"The {stage} stage was simulated: this NAS has no SSH, not one byte was written or read.",
                    Rule),
            ],
            TestedBytes = 0,
            UntestedBytes = order.Target.SizeBytes,
        };
    }
}
