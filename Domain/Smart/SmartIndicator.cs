namespace Burnin.Domain.Smart;

/// <summary>
/// One thing that a report alone shows, without policy or baseline: what an attentive reader would point at. Detail is the
/// number, or the words, that it rests on.
/// </summary>
public sealed record SmartIndicator(string Code, IndicatorSeverity Severity, string Detail);
