using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Tests.Smart;
using Burnin.Domain.Verdicts;
using Xunit;

namespace Burnin.Domain.Tests.Verdicts;

public sealed class OutputVerdictTests
{
    [Theory]
    [InlineData("a05_ext_failed_lba__7.5__xj.json", VerdictKind.Fail)]
    [InlineData("a25_realloc_over_65535__7.4__a.txt", VerdictKind.Fail)]
    [InlineData("n05_failed_segment__7.4__a.txt", VerdictKind.Fail)]
    [InlineData("s03_sas_failed_segment__7.4__aj.json", VerdictKind.Fail)]
    [InlineData("a02_ext_running_60__7.4__a.txt", VerdictKind.PassWithNotes)]
    [InlineData("n12_sparse__7.4__aj.json", VerdictKind.PassWithNotes)]
    [InlineData("a72_standby__7.5__nstandbyaj.json", VerdictKind.Inconclusive)]
    [InlineData("s05_sas_pending__7.3__aj.json", VerdictKind.Inconclusive)]
    [InlineData("a01_new_no_tests__7.4__long.txt", VerdictKind.Inconclusive)]
    public void One_output_alone_has_a_verdict(string sample, VerdictKind kind) => Assert.Equal(kind, Judge(SmartSamples.Text(sample)).Kind);

    [Fact]
    public void What_a_clean_drive_says_of_itself_is_never_a_pass_without_a_word()
    {
        var verdict = Judge(SmartSamples.Text("n03_short_running_28__7.4__a.txt"), VerdictPolicies.Used);

        Assert.Equal((VerdictKind.PassWithNotes, "surface_untested"), (verdict.Kind, Assert.Single(verdict.Reasons).Code));
    }

    [Theory]
    [InlineData("a02_ext_running_60__7.4__a.txt")]
    [InlineData("n12_sparse__7.4__aj.json")]
    public void Two_reports_in_one_text_say_nothing_of_one_drive(string sample)
    {
        var text = SmartSamples.Text(sample);

        var verdict = Judge($"{text}\n{text}");

        Assert.Equal((VerdictKind.Inconclusive, "several_reports"), (verdict.Kind, verdict.Reasons[0].Code));
    }

    [Theory]
    [InlineData("SMART Error Log Version", "the self-test log")]
    [InlineData("SMART Attributes Data", "the attribute table, the self-test log")]
    [InlineData("SMART overall-health", "the drive's own assessment, the attribute table, the self-test log")]
    public void What_is_missing_is_named_and_never_a_pass(string cutAt, string missing)
    {
        var text = SmartSamples.Text("a02_ext_running_60__7.4__a.txt");

        var verdict = Judge(text[..text.IndexOf(cutAt, StringComparison.Ordinal)]);

        Assert.Equal(VerdictKind.Inconclusive, verdict.Kind);
        Assert.Contains(
            verdict.Reasons,
            reason => reason.Code is "smart_unavailable" || reason.Text.StartsWith($"The output lacks {missing}: ", StringComparison.Ordinal));
    }

    private static Verdict Judge(string text, VerdictPolicy? policy = null) => OutputVerdict.Judge(policy ?? VerdictPolicies.New, SmartSnapshot.Of(text, null, default));
}
