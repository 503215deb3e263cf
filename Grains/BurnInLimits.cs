using Burnin.Domain.Verdicts;
using Microsoft.Extensions.Options;

namespace Burnin.Grains;

/// <summary>What must hold between settings that are each in their own range.</summary>
internal sealed class BurnInLimits : IValidateOptions<BurnInOptions>
{
    public ValidateOptionsResult Validate(string? name, BurnInOptions options) =>
        options.TempWarnC >= options.TempCritC
            ? ValidateOptionsResult.Fail($"TempWarnC (TEMP_WARN_C) is {options.TempWarnC} and TempCritC (TEMP_CRIT_C) is {options.TempCritC}: the warning must be below the critical temperature.")
        : options.BadBlockThreshold >= options.MaxBadBlocks
            ? ValidateOptionsResult.Fail($"BadBlockThreshold (BAD_BLOCK_THRESHOLD) is {options.BadBlockThreshold} and MaxBadBlocks is {options.MaxBadBlocks}: as many bad blocks as are allowed must not end the test.")
        : VerdictPolicies.Find(options.Policy) is null
            ? ValidateOptionsResult.Fail($"Policy is \"{options.Policy}\"; it is one of {string.Join(", ", VerdictPolicies.All.Select(policy => policy.Name))}.")
        : options.ModelOverrides.FirstOrDefault(model => string.IsNullOrWhiteSpace(model.Model) || string.IsNullOrWhiteSpace(model.Code) || string.IsNullOrWhiteSpace(model.Why) || model.Most < 1) is { } incomplete
            ? ValidateOptionsResult.Fail($"ModelOverrides: the one for \"{incomplete.Model}\" needs Model, Code, Most (1 or more) and Why.")
        : ValidateOptionsResult.Success;
}
