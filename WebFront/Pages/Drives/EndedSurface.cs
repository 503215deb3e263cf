using Burnin.History.Surface;

namespace Burnin.WebFront.Pages.Drives;

/// <summary>A surface test that has ended, with whose it was and what others of the model do.</summary>
public sealed record EndedSurface(string JobId, DateTimeOffset OrderedAt, SurfaceRun Run, SpeedBand? Siblings);
