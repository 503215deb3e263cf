using Burnin.History.Surface;

namespace Burnin.WebFront.Evidence;

/// <summary>What is kept of the surface stages of one burn-in. Positions are bytes from the start of a drive of that size.</summary>
internal sealed record SurfaceList(long SizeBytes, IReadOnlyList<SurfaceRun> Surfaces);
