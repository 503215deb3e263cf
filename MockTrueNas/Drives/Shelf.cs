using System.Collections.Immutable;
using Burnin.MockTrueNas.Products;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Drives;

/// <summary>
/// Fills a NAS with drives. The first of them show every way in which a drive can be in use, or odd; the others are free,
/// of all kinds. Without the cases there is the boot pool, and nothing but free drives after it.
/// </summary>
internal static class Shelf
{
    /// <summary>As many free drives as there are models on the stack.</summary>
    private const int Kinds = 8;

    private static readonly ImmutableArray<DriveCase> Boot = [DriveCase.Boot, DriveCase.Boot];

    private static readonly ImmutableArray<DriveCase> Cases =
    [
        .. Boot,
        .. Enumerable.Repeat(DriveCase.Free, Kinds), DriveCase.Failing, DriveCase.Aged,
        DriveCase.PoolData, DriveCase.PoolData, DriveCase.PoolLog, DriveCase.PoolCache, DriveCase.PoolSpare,
        DriveCase.PoolByHand, DriveCase.PoolWholeDisk, DriveCase.Exported, DriveCase.GeliLocked, DriveCase.GeliForeign,
        DriveCase.FormerMember, DriveCase.Swap, DriveCase.Foreign,
        DriveCase.TwinCollapsed, DriveCase.TwinCollapsed, DriveCase.TwinRow, DriveCase.TwinRow,
        DriveCase.NoSerial, DriveCase.Expired, DriveCase.NoSize, DriveCase.UnknownRotation, DriveCase.Usb,
        DriveCase.NotMonitored, DriveCase.Sensorless, DriveCase.Protected, DriveCase.Multipath,
    ];

    /// <summary>In the order in which they are stacked where nothing special is the matter.</summary>
    private static readonly ImmutableArray<DriveModel> Stack =
        [DriveModels.Exos16, DriveModels.SasExos16, DriveModels.Red8, DriveModels.Nvme1, DriveModels.IronWolf8, DriveModels.SasHelium12, DriveModels.Toshiba16, DriveModels.DataSsd];

    /// <summary>How many drives it takes to show every case.</summary>
    private static int CaseCount => Cases.Length;

    public static ImmutableArray<Drive> Of(MockNasOptions options, Product product, DateTimeOffset now)
    {
        var cases = options.HasCases ? [.. Cases.Where(of => IsOf(product, of))] : Boot;
        var drives = Enumerable.Range(0, options.Drives ?? CaseCount)
            .Select(slot => Made(options, slot, slot < cases.Length ? cases[slot] : DriveCase.Free, cases.Length, now))
            .ToImmutableArray();

        return DeviceNames.Assign(Twinned(drives), product.IsCore, boots: 0);
    }

    /// <summary>Encryption by GELI and multipath were FreeBSD's.</summary>
    private static bool IsOf(Product product, DriveCase of) =>
        product.IsCore || of is not (DriveCase.GeliLocked or DriveCase.GeliForeign or DriveCase.Multipath or DriveCase.PoolWholeDisk);

    private static Drive Made(MockNasOptions options, int slot, DriveCase of, int cases, DateTimeOffset now)
    {
        var named = ModelOf(of, of is DriveCase.Free && slot >= cases ? slot - cases : slot - Boot.Length);
        var model = options.DriveBytes is { } bytes ? named with { Bytes = bytes } : named;
        var hours = of is DriveCase.Aged ? 43_817 : 20 + (slot * 1733 % 9_000);

        return new Drive
        {
            Slot = slot,
            Model = model,
            Case = of,
            Name = "",
            Serial = of is DriveCase.NoSerial ? "" : SerialNumbers.Serial(model.SerialPattern, options.Name, slot),
            Lunid = of is DriveCase.NoSerial or DriveCase.TwinRow or DriveCase.UnknownRotation ? null : SerialNumbers.Lunid(model.WwnPrefix, options.Name, slot),
            PowerOnHours = hours,
            IdleCelsius = 31 + (slot * 3 % 7),
            IsInserted = of is not DriveCase.Expired,
            ExpiresAt = of is DriveCase.Expired ? now.AddDays(4) : null,
            ApmLevel = model.ApmLevel,
            IsMonitored = of is not DriveCase.NotMonitored,
            EarlierTests = Earlier(of, model, hours),
        };
    }

    private static DriveModel ModelOf(DriveCase of, int place) => of switch
    {
        DriveCase.Boot => DriveModels.BootSsd,
        DriveCase.Failing => DriveModels.Exos16,
        DriveCase.Aged => DriveModels.Red8,
        DriveCase.PoolLog or DriveCase.PoolCache => DriveModels.DataSsd,
        DriveCase.Usb or DriveCase.TwinRow => DriveModels.UsbDisk,
        DriveCase.UnknownRotation => DriveModels.CardReader,
        DriveCase.Protected or DriveCase.Multipath => DriveModels.SasExos16,
        DriveCase.Free => Stack[place % Stack.Length],
        _ => DriveModels.Exos16,
    };

    /// <summary>The second of two twins tells the serial of the first.</summary>
    private static ImmutableArray<Drive> Twinned(ImmutableArray<Drive> drives) =>
    [
        .. drives.Select((drive, slot) => drive.Case is DriveCase.TwinCollapsed or DriveCase.TwinRow && slot > 0 && drives[slot - 1].Case == drive.Case
            ? drive with { Serial = drives[slot - 1].Serial, Lunid = drives[slot - 1].Lunid }
            : drive),
    ];

    /// <summary>A drive that is new has one row from the factory; one that is old has a log full to the brim.</summary>
    private static ImmutableArray<LoggedTest> Earlier(DriveCase of, DriveModel model, int hours) => of switch
    {
        DriveCase.Aged =>
        [
            .. Enumerable.Range(0, SelfTestLog.RowsOf(model.Protocol))
                .Select(row => new LoggedTest(row % 4 == 3 ? SelfTestKind.Long : SelfTestKind.Short, SelfTestEnd.Passed, 100, hours - 10 - (row * 168), null)),
        ],
        DriveCase.Free or DriveCase.Failing when hours > 1000 => [new LoggedTest(SelfTestKind.Short, SelfTestEnd.Passed, 100, hours - 2, null)],
        _ => [],
    };
}
