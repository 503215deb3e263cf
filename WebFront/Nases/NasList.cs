using Burnin.Grains.Interfaces.Nases;

namespace Burnin.WebFront.Nases;

internal sealed record NasList(IReadOnlyList<NasView> Nas);
