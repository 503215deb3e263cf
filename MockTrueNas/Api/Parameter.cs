namespace Burnin.MockTrueNas.Api;

/// <summary>A parameter of a method, by which REST names it in a body of several.</summary>
internal sealed record Parameter(string Name, bool IsRequired = true);
