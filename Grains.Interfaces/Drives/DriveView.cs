using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Drives;

/// <summary>One drive, as much of it as a table row shows. Null is "not known".</summary>
[GenerateSerializer, Immutable, Alias("burnin.drive-view")]
public sealed record DriveView
{
    /// <summary>Opaque to clients, the same for ever, whatever NAS or bay the drive sits in.</summary>
    [Id(0)]
    public required string Id { get; init; }

    [Id(1)]
    public required string Nas { get; init; }

    [Id(2)]
    public required string Devname { get; init; }

    [Id(3)]
    public required string Serial { get; init; }

    [Id(4)]
    public string? Wwn { get; init; }

    [Id(5)]
    public required string Model { get; init; }

    [Id(6)]
    public required long SizeBytes { get; init; }

    /// <summary><c>unknown, hdd, ssd, nvme, loop</c>.</summary>
    [Id(7)]
    public required string Medium { get; init; }

    [Id(8)]
    public int? TemperatureC { get; init; }

    /// <summary><c>passed, failed</c> or null.</summary>
    [Id(9)]
    public string? SmartHealth { get; init; }

    /// <summary><c>idle, queued, running, paused, passed, passed_notes, failed, inconclusive, cancelled, in_use, missing</c>.</summary>
    [Id(10)]
    public required string Status { get; init; }

    /// <summary>Why the drive may not be written to; empty where it may.</summary>
    [Id(11)]
    public required ImmutableArray<InUseView> InUse { get; init; }

    [Id(12)]
    public required string Location { get; init; }

    [Id(13)]
    public required string Notes { get; init; }

    /// <summary>The newest job; null for a drive never tested.</summary>
    [Id(14)]
    public DriveJobView? Job { get; init; }

    /// <summary>The newest short self-test of any job.</summary>
    [Id(15)]
    public SelfTestView? ShortSmart { get; init; }

    [Id(16)]
    public SelfTestView? LongSmart { get; init; }
}
