using Burnin.Domain.Jobs;

namespace Burnin.Domain.Provenance;

/// <summary>Two drives of one serial: a bridge that makes serials up, or a label that was copied. Where something is written, such a drive is refused altogether.</summary>
internal sealed class DuplicateSerialCheck : IProvenanceCheck
{
    public IEnumerable<Reason> Look(ProvenanceCase given) =>
        given.Facts.Where(fact => fact.Code == "duplicate_serial").Take(1).Select(fact => new Reason("duplicate_serial", Severity.Note, fact.Detail, given.Policy.Id)
        {
            WhatNext = "Read the serials on the labels: no two drives have the same.",
        });
}
