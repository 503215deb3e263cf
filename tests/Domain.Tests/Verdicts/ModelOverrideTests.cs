using Burnin.Domain.Jobs;
using Burnin.Domain.Verdicts;
using Xunit;

namespace Burnin.Domain.Tests.Verdicts;

public sealed class ModelOverrideTests
{
    [Theory]
    [InlineData("ST16000NM001G", "ST16000NM001G", true)]
    [InlineData("ST16000NM001G", "st16000nm001g", true)]
    [InlineData("ST16000NM001G", "ST16000NM001G-2KK103", false)]
    [InlineData("ST16000*", "ST16000NM001G-2KK103", true)]
    [InlineData("*NM001G*", "ST16000NM001G-2KK103", true)]
    [InlineData("ST*NM*103", "ST16000NM001G-2KK103", true)]
    [InlineData("ST*NM*104", "ST16000NM001G-2KK103", false)]
    [InlineData("*", "", true)]
    [InlineData("AB*BA", "ABA", false)]
    [InlineData("CT*MX500SSD*", "CT1000MX500SSD1", true)]
    [InlineData("CT*MX500SSD*", "CT1000BX500SSD1", false)]
    public void A_star_stands_for_anything(string pattern, string model, bool isFor) => Assert.Equal(isFor, Of(pattern, 1).IsFor(model));

    [Theory]
    [InlineData(3, Severity.Note)]
    [InlineData(4, Severity.Fail)]
    public void Up_to_its_number_a_reason_becomes_a_note(int found, Severity severity)
    {
        var reason = new Reason("spin_retries", Severity.Fail, "Spin retries: some.", "new@1") { After = found };

        Assert.Equal(severity, Of("*", 3).Tempered(reason).Severity);
        Assert.Equal(Severity.Fail, Of("*", 3).Tempered(reason with { Code = "other" }).Severity);
        Assert.Equal(Severity.Fail, Of("*", 3).Tempered(reason with { After = null }).Severity);
    }

    private static ModelOverride Of(string pattern, long most) => new() { Model = pattern, Code = "spin_retries", Most = most, Why = "it is known." };
}
