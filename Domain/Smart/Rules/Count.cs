using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>One counter of a drive, before the test and now. Null is "not reported".</summary>
/// <param name="Code">Of the reason that it gives.</param>
/// <param name="What">What is counted, in words.</param>
/// <param name="Before">Null also where nobody looked.</param>
/// <param name="Now">As it is.</param>
internal readonly record struct Count(string Code, string What, long? Before, long? Now)
{
    /// <summary>Null where it cannot be told.</summary>
    public long? Growth => Now - Before;

    /// <summary>Where the counter is not reported under its own name, the same count from elsewhere.</summary>
    public Count Or(Count other) => Now is null ? other : this;

    /// <param name="given">What is judged.</param>
    /// <param name="present">What any count at all means; null: nothing.</param>
    /// <param name="grown">What growth means; null: nothing.</param>
    /// <param name="isOldTolerated">Whether a policy that allows a past only notes what has not grown.</param>
    /// <param name="whatNext">What to do about it.</param>
    public Reason? Judged(SmartCase given, Severity? present, Severity? grown, bool isOldTolerated = false, string? whatNext = null)
    {
        var severity = Growth > 0 ? grown ?? present : null;
        severity ??= Now > 0 && present is { } known ? isOldTolerated && given.ToleratesOld && known == Severity.Fail ? Severity.Note : known : null;
        return severity is not { } found ? null : new Reason(Code, found, Text(), given.Policy.Id)
        {
            Before = Before,
            After = Now,
            Limit = present is null || (isOldTolerated && given.ToleratesOld) ? Before ?? 0 : 0,
            WhatNext = whatNext,
        };
    }

    private string Text() => FormattableString.Invariant($"{What}: {Now}{Growth switch
    {
        null => "",
        > 0 => FormattableString.Invariant($", up from {Before} before the test"),
        < 0 => FormattableString.Invariant($", down from {Before} before the test"),
        0 => ", the same as before the test",
    }}.");
}
