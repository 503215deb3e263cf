namespace Burnin.Domain.Fleet;

/// <summary>One job's right to run now.</summary>
public sealed record Lease(string JobId, DateTimeOffset GrantedAt);
