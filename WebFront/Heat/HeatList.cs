using Burnin.History.Heat;

namespace Burnin.WebFront.Heat;

/// <summary>Oldest first; an hour without a reading is left out.</summary>
internal sealed record HeatList(IReadOnlyList<HeatPoint> Hours);
