using Burnin.Domain.Nases;

namespace Burnin.Nas.Ssh;

/// <summary>The host was not reached, or was lost before one byte of the script left: asking again repeats nothing.</summary>
internal sealed class NotSentException(NasException fault) : Exception(fault.Message, fault)
{
    public NasException Fault { get; } = fault;
}
