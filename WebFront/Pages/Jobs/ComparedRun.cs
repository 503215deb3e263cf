using Burnin.Grains.Interfaces.Jobs;
using Burnin.History.Smart;

namespace Burnin.WebFront.Pages.Jobs;

public sealed record ComparedRun(JobView Job, SmartComparison Smart);
