namespace Burnin.Domain.Nases;

/// <summary>
/// What: <c>inventory, hot_plug, in_use, temperature, smart, short_smart, long_smart, surface_validate, io_validate</c>. By: the
/// way it is done, null where it is not. Note: why not, or what to know about it.
/// </summary>
public sealed record Capability(string What, string? By, string? Note);
