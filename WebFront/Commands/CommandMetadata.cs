namespace Burnin.WebFront.Commands;

/// <summary>What a route does, as the audit log calls it.</summary>
internal sealed record CommandMetadata(string Action);
