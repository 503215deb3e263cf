using Burnin.Domain.Jobs;

namespace Burnin.Grains.Tests.Doubles;

/// <summary>One run on the pretend NAS: it outlives every grain, like a real one.</summary>
internal sealed class FakeRun(RunOrder order)
{
    public RunOrder Order { get; } = order;

    public int Starts { get; set; }

    public long HighestEpoch { get; set; } = order.Epoch;

    public bool IsStopped { get; set; }

    public bool IsCleaned { get; set; }

    public bool IsHeld { get; set; }

    public RunSnapshot Snapshot { get; set; } = new RunSnapshot.Running(new RunProgress { Percent = 0 });
}
