namespace Burnin.Domain.Smart;

public enum SmartFormat
{
    Text,
    Json,
}
