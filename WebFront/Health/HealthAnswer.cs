namespace Burnin.WebFront.Health;

internal sealed record HealthAnswer(string Status);
