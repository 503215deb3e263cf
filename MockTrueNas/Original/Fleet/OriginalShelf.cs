using System.Collections.Immutable;

namespace Burnin.MockTrueNas.Original.Fleet;

/// <summary>The fifteen drives of the original's mock, sda to sdo; the one that always fails is sdn.</summary>
internal static class OriginalShelf
{
    private const int WarmSlot = 5;

    private static readonly ImmutableArray<DriveModel> Models =
    [
        DriveModels.Exos12, DriveModels.Exos12, DriveModels.Exos12,
        DriveModels.RedWd8, DriveModels.RedWd8, DriveModels.RedWd8,
        DriveModels.Exos16, DriveModels.Exos16,
        DriveModels.IronWolf4, DriveModels.IronWolf4,
        DriveModels.Toshiba10, DriveModels.Toshiba10,
        DriveModels.Ultrastar8,
        DriveModels.Failing,
        DriveModels.Barracuda6,
    ];

    public static ImmutableArray<Drive> Of(string nasName) =>
        [.. Models.Select((model, slot) => new Drive
        {
            Slot = slot,
            Name = $"sd{(char)('a' + slot)}",
            Serial = SerialNumber.Of(model.SerialPattern, nasName, slot),
            Model = model,
            IdleCelsius = slot == WarmSlot ? 45.5 : 31 + (slot * 3 % 7),
            PowerOnHours = 600 + (slot * 1733 % 21_000),
        })];
}
