namespace Burnin.Domain.Jobs;

/// <summary>A run whose job a person has let go before the host had proved that it is over. It is ended when the host can.</summary>
public sealed record GivenUpRun(string By, int Stage, JobRun Run);
