using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>
/// Heat is the room's fault and not the drive's: too much of it makes the run say nothing. Drives that state limits of their
/// own are held to those; for the others the limits are ours, some degrees below what makers allow.
/// </summary>
internal sealed class TemperatureRule : ISmartRule
{
    private const int NearTrip = 10;

    public IEnumerable<Reason> Judge(SmartCase given)
    {
        // Before the test it is asked whether to begin at all, which is another question.
        if (given.IsBaseline || (given.Now.Temperature.CurrentCelsius, given.HottestCelsius) is (null, null))
        {
            yield break;
        }

        var celsius = Math.Max(given.Now.Temperature.CurrentCelsius ?? int.MinValue, given.HottestCelsius ?? int.MinValue);
        var (warm, hot) = LimitsOf(given);
        if (celsius >= warm)
        {
            var isTooHot = celsius >= hot;
            yield return new Reason(
                isTooHot ? "too_hot" : "warm",
                isTooHot ? Severity.Inconclusive : Severity.Note,
                FormattableString.Invariant($"The drive was at {celsius} °C; {(isTooHot ? $"at {hot} °C or more a run proves nothing." : $"from {warm} °C on it is too warm for a long life.")}"),
                given.Policy.Id)
            {
                Before = given.Before?.Temperature.CurrentCelsius,
                After = celsius,
                Limit = (isTooHot ? hot : warm) - 1,
                WhatNext = isTooHot ? "Give it more air, let it cool and run again." : "Give it more air.",
            };
        }
    }

    private static (int Warm, int Hot) LimitsOf(SmartCase given) => (given.Kind, given.Now.Temperature) switch
    {
        (DriveKind.AtaDisk, _) => (50, 60),
        (DriveKind.AtaFlash, _) => (60, 70),
        (DriveKind.Sas, { TripCelsius: > 0 and var trip }) => (trip - NearTrip, trip),
        (DriveKind.Sas, _) => (50, 60),
        (DriveKind.Nvme, { LimitCelsius: > 0 and var warning, TripCelsius: > 0 and var critical }) => (warning, critical),
        (DriveKind.Nvme, _) => (70, 80),
        (var other, _) => throw new System.Diagnostics.UnreachableException($"{other}"),
    };
}
