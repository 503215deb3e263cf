using System.Collections.Immutable;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Drives;

/// <summary>One drive. Its slot is itself, since serials can be doubled; its name is where the NAS found it at the last boot.</summary>
internal sealed record Drive
{
    public required int Slot { get; init; }

    public required DriveModel Model { get; init; }

    public required DriveCase Case { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty where the drive reports none.</summary>
    public required string Serial { get; init; }

    /// <summary>Hexadecimal; null where the drive reports none.</summary>
    public required string? Lunid { get; init; }

    /// <summary>How many hours it had run when the NAS was first switched on.</summary>
    public required int PowerOnHours { get; init; }

    /// <summary>What it settles at when idle.</summary>
    public required double IdleCelsius { get; init; }

    public bool IsInserted { get; init; } = true;

    /// <summary>When its row in the database will go; null while the drive is there.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public bool IsHealthy { get; init; } = true;

    public bool IsAsleep { get; init; }

    /// <summary>A temperature set by hand; the drive shows this and nothing else.</summary>
    public int? PinnedCelsius { get; init; }

    public int? ApmLevel { get; init; }

    public string Description { get; init; } = "";

    public bool IsMonitored { get; init; } = true;

    /// <summary>The tests since the NAS was first switched on, oldest first.</summary>
    public ImmutableArray<SelfTest> Tests { get; init; } = [];

    /// <summary>Rows of its log from before, newest first.</summary>
    public ImmutableArray<LoggedTest> EarlierTests { get; init; } = [];

    public long? SizeBytes => Case is DriveCase.NoSize ? null : Model.Bytes;

    public bool IsDoomed => Case is DriveCase.Failing;

    public SelfTest? LastTest => Tests.LastOrDefault();
}
