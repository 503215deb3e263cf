namespace Burnin.Domain.Smart;

public enum IndicatorSeverity
{
    Info,
    Warn,
    Fail,
}
