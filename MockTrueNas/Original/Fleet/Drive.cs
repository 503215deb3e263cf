namespace Burnin.MockTrueNas.Original.Fleet;

/// <summary>One drive. Its serial is itself; its name is where the NAS found it at the last boot.</summary>
internal sealed record Drive
{
    public required int Slot { get; init; }

    public required string Name { get; init; }

    public required string Serial { get; init; }

    public required DriveModel Model { get; init; }

    /// <summary>What it settles at when idle.</summary>
    public required double IdleCelsius { get; init; }

    public required int PowerOnHours { get; init; }

    public bool IsInserted { get; init; } = true;

    public bool IsHealthy { get; init; } = true;

    /// <summary>A temperature set by hand; the drive shows this and nothing else.</summary>
    public int? PinnedCelsius { get; init; }
}
