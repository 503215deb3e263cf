namespace Burnin.Domain.Nases;

/// <summary>The only exception that leaves the ports of the outside world. Its message says what happened and what to do.</summary>
public sealed class NasException(NasFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public NasFault Fault { get; } = fault;

    /// <summary>The epoch that the host has seen, where the order was <see cref="NasFault.Fenced"/> off.</summary>
    public long? HostEpoch { get; init; }
}
