namespace Burnin.Domain.Smart;

/// <summary>One device of <c>smartctl --scan</c>, as it can be asked for.</summary>
public sealed record ScannedDevice(string Name, string? Type, string? InfoName, string? Description);
