using Burnin.Domain.Jobs;
using Burnin.Domain.Verdicts;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class VerdictJudgeTests
{
    private static readonly Reason Note = new("note", Severity.Note, "Worth knowing.", "test");
    private static readonly Reason Doubt = new("doubt", Severity.Inconclusive, "Who knows.", "test");
    private static readonly Reason Fault = new("fault", Severity.Fail, "Broken.", "test");

    [Fact]
    public void All_stages_passed_without_a_word_is_a_pass() =>
        Assert.Equal((VerdictKind.Pass, 0), Outline(Of(Stage(StageState.Passed), Stage(StageState.Passed))));

    [Fact]
    public void A_note_makes_it_a_pass_with_notes() =>
        Assert.Equal((VerdictKind.PassWithNotes, 1), Outline(Of(Stage(StageState.Passed, Note), Stage(StageState.Passed))));

    [Fact]
    public void A_failed_stage_fails_the_drive_whatever_else_is_in_doubt() =>
        Assert.Equal((VerdictKind.Fail, 2), Outline(Of(Stage(StageState.Inconclusive, Doubt), Stage(StageState.Failed, Fault))));

    [Theory]
    [InlineData(StageState.Pending)]
    [InlineData(StageState.Running)]
    [InlineData(StageState.Inconclusive)]
    [InlineData(StageState.Skipped)]
    [InlineData(StageState.Cancelled)]
    public void Anything_but_passed_stages_is_inconclusive(StageState state) =>
        Assert.Equal(VerdictKind.Inconclusive, Of(Stage(StageState.Passed), Stage(state)).Kind);

    [Fact]
    public void The_gravest_reason_comes_first_and_none_twice() => Assert.Equal(
        [Fault, Doubt, Note],
        Of(Stage(StageState.Passed, Note), Stage(StageState.Inconclusive, Doubt, Note), Stage(StageState.Failed, Fault)).Reasons);

    [Fact]
    public void Of_the_same_words_the_gravest_saying_is_kept() => Assert.Equal(
        [Fault],
        Of(Stage(StageState.Passed, Fault with { Severity = Severity.Note }), Stage(StageState.Failed, Fault)).Reasons);

    private static Verdict Of(params JobStage[] stages) => VerdictJudge.Judge(Sample.Job(StageName.Precheck) with { Stages = [.. stages, WholeSurface] }, Surroundings.None);

    private static readonly JobStage WholeSurface = new()
    {
        Name = StageName.SurfaceValidate,
        ExpectedSeconds = 1,
        State = StageState.Passed,
        Result = Sample.Result(StageState.Passed) with { TestedBytes = Sample.Target.SizeBytes, UntestedBytes = 0 },
    };

    private static (VerdictKind Kind, int Reasons) Outline(Verdict verdict) => (verdict.Kind, verdict.Reasons.Length);

    private static JobStage Stage(StageState state, params Reason[] reasons) => new()
    {
        Name = StageName.ShortSmart,
        ExpectedSeconds = 1,
        State = state,
        Result = Sample.Result(state, reasons),
    };
}
