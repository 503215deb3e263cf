using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Faults;
using Burnin.MockTrueNas.Jobs;
using Burnin.MockTrueNas.Pools;

namespace Burnin.MockTrueNas.Boxes;

/// <summary>All that a box knows.</summary>
internal sealed record BoxState
{
    /// <summary>The first time: a drive's age counts from here.</summary>
    public required DateTimeOffset SwitchedOnAt { get; init; }

    public required DateTimeOffset BootedAt { get; init; }

    public required string BootId { get; init; }

    public int Boots { get; init; }

    public required ImmutableArray<Drive> Drives { get; init; }

    public required ImmutableArray<Pool> Pools { get; init; }

    public required ImmutableArray<ApiKey> Keys { get; init; }

    public ImmutableArray<Job> Jobs { get; init; } = [];

    public int NextJobId { get; init; } = 1;

    /// <summary>What <c>smart.test.create</c> has stored.</summary>
    public ImmutableArray<JsonObject> Schedules { get; init; } = [];

    /// <summary>What was measured when, by device name; an empty name holds the time of the one cache that all share.</summary>
    public ImmutableDictionary<string, CachedTemperature> Temperatures { get; init; } = ImmutableDictionary<string, CachedTemperature>.Empty;

    public BoxFaults Faults { get; init; } = BoxFaults.None;

    public BoxState With(Drive drive) => this with { Drives = [.. Drives.Select(other => other.Slot == drive.Slot ? drive : other)] };

    public BoxState WithDrives(Func<Drive, Drive> change) => this with { Drives = [.. Drives.Select(change)] };
}
