using System.Collections.Immutable;
using Burnin.MockTrueNas.Original.Faults;
using Burnin.MockTrueNas.Original.SelfTests;

namespace Burnin.MockTrueNas.Original.Fleet;

/// <summary>All that a NAS knows. A name belongs to one drive only, also while that drive is out.</summary>
internal sealed record NasState
{
    /// <summary>The product forgets older ones, too.</summary>
    private const int KeptJobs = 1000;

    public required DateTimeOffset BootedAt { get; init; }

    public required ImmutableArray<Drive> Drives { get; init; }

    public required int NextJobId { get; init; }

    public ImmutableArray<SelfTestJob> Jobs { get; init; } = [];

    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>Finds a drive by name, pulled out or not.</summary>
    public Drive? Find(string name) => Drives.FirstOrDefault(drive => drive.Name == name);

    public Drive? FindInserted(string name) => Find(name) is { IsInserted: true } drive ? drive : null;

    /// <summary>The tests of one drive, newest first.</summary>
    public IEnumerable<SelfTest> TestsOf(Drive drive) =>
        Jobs.Reverse().SelectMany(job => job.Tests).Where(test => test.Serial == drive.Serial);

    public NasState With(Drive drive) =>
        this with { Drives = [.. Drives.Select(other => other.Serial == drive.Serial ? drive : other)] };

    /// <summary>Renames as a reboot does: a drive that had the name takes the one set free.</summary>
    public NasState Renamed(Drive drive, string name)
    {
        var swapped = Find(name) is { } other ? With(other with { Name = drive.Name }) : this;

        return swapped.With(drive with { Name = name });
    }

    public NasState WithJobs(Func<SelfTestJob, SelfTestJob> change) => this with { Jobs = [.. Jobs.Select(change)] };

    public NasState WithJob(SelfTestKind kind, IEnumerable<Drive> drives, double speedUp, DateTimeOffset now) => this with
    {
        NextJobId = NextJobId + 1,
        Jobs = [.. Jobs.TakeLast(KeptJobs - 1), new SelfTestJob
        {
            Id = NextJobId,
            Kind = kind,
            StartedAt = now,
            Tests = [.. drives.Select(drive => new SelfTest
            {
                Serial = drive.Serial,
                Name = drive.Name,
                Kind = kind,
                StartedAt = now,
                SpeedUp = speedUp,
                IsDoomed = drive.Model.FailsSelfTests,
            })],
        }],
    };
}
