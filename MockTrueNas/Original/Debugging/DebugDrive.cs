using Burnin.MockTrueNas.Original.Fleet;

namespace Burnin.MockTrueNas.Original.Debugging;

internal sealed record DebugDrive
{
    public required string Name { get; init; }

    public required string Serial { get; init; }

    public required string Model { get; init; }

    public required long Size { get; init; }

    public required bool Inserted { get; init; }

    public required bool Healthy { get; init; }

    public required bool Testing { get; init; }

    public required bool FailsSelfTests { get; init; }

    public required int Temperature { get; init; }

    public required int? PinnedTemperature { get; init; }

    public static DebugDrive Of(Drive drive, NasMoment moment) => new()
    {
        Name = drive.Name,
        Serial = drive.Serial,
        Model = drive.Model.Name,
        Size = drive.Model.Bytes,
        Inserted = drive.IsInserted,
        Healthy = drive.IsHealthy,
        Testing = moment.IsTesting(drive),
        FailsSelfTests = drive.Model.FailsSelfTests,
        Temperature = moment.CelsiusOf(drive),
        PinnedTemperature = drive.PinnedCelsius,
    };
}
