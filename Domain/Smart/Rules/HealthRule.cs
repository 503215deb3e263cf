using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>
/// What the drive says of itself. FAILED is always believed, PASSED never proves anything: of 47 outputs of drives with a
/// plain fault, 33 said PASSED. SCSI's sense code 0Bh is a warning, of heat most of the time, and not a prediction.
/// </summary>
internal sealed class HealthRule : ISmartRule
{
    private const int Warning = 0x0b;

    public IEnumerable<Reason> Judge(SmartCase given)
    {
        if (given.Now.HealthPassed != false)
        {
            yield break;
        }

        var words = given.Now.HealthText is { Length: > 0 } said ? $" ({said.TrimEnd('.')})" : "";
        yield return given.Now.Scsi?.HealthAsc == Warning
            ? new Reason("smart_warning", Severity.Note, $"The drive warns{words}.", given.Policy.Id) { WhatNext = "Look at its temperature and its cooling." }
            : new Reason(
                "smart_health", Severity.Fail, given.Before is null ? $"The drive's own health assessment says FAILED{words}." : $"After the test the drive's own health assessment says FAILED{words}.", given.Policy.Id);
    }
}
