using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Grains.Nases;

/// <summary>Settings unsealed once, not at every question: the jobs of a NAS ask at every look at their runs.</summary>
internal sealed class OpenedNas(NasVault vault)
{
    private SealedNas? _sealed;
    private NasSettings? _opened;

    /// <summary>Null where there is nothing to open.</summary>
    public NasSettings? Of(SealedNas? stored)
    {
        if (!ReferenceEquals(stored, _sealed))
        {
            (_sealed, _opened) = (stored, stored is null ? null : vault.Open(stored));
        }

        return _opened;
    }
}
