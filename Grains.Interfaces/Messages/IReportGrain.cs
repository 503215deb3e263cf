using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.Grains.Interfaces.Messages;

/// <summary>Misses who is silent, and reports once a day. Key: <c>report:daily</c>.</summary>
[GrainInterfaceType("burnin.report"), Alias("burnin.report")]
public interface IReportGrain : IGrainWithStringKey
{
    /// <summary>For the next report. The same job is not counted twice.</summary>
    [Alias("job-ended")]
    Task JobEndedAsync(JobView job);

    /// <summary>Looks around, and tells what there is to tell: to be called every minute.</summary>
    [Alias("look")]
    Task LookAsync();
}
