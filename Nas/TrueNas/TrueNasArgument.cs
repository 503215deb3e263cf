namespace Burnin.Nas.TrueNas;

/// <summary>An argument of a call: REST goes by its name, the sockets by its place.</summary>
internal sealed record TrueNasArgument(string Name, object? Value);
