using Burnin.Domain.Jobs;

namespace Burnin.Domain.Provenance;

/// <summary>One answer to "is this the drive I paid for?".</summary>
internal interface IProvenanceCheck
{
    IEnumerable<Reason> Look(ProvenanceCase given);
}
