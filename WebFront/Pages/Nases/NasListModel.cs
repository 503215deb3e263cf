using Burnin.Grains.Interfaces.Nases;

namespace Burnin.WebFront.Pages.Nases;

/// <summary>All NAS boxes, in the order of their names.</summary>
public sealed record NasListModel(IReadOnlyList<NasView> Nases);
