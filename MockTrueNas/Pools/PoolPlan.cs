using System.Collections.Immutable;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Pools;

/// <summary>Makes the pools that the cases of the drives speak of.</summary>
internal static class PoolPlan
{
    public const string BootPool = "boot-pool";

    private static readonly ImmutableArray<(DriveCase Case, VdevRole Role)> Tank =
    [
        (DriveCase.PoolData, VdevRole.Data), (DriveCase.PoolLog, VdevRole.Log),
        (DriveCase.PoolCache, VdevRole.Cache), (DriveCase.PoolSpare, VdevRole.Spare),
    ];

    public static ImmutableArray<Pool> Of(string nasName, ImmutableArray<Drive> drives)
    {
        var id = 0;

        return
        [
            .. new[]
            {
                Made(BootPool, [(DriveCase.Boot, VdevRole.Data)]) with { IsBoot = true, IsInDatabase = false },
                Made("tank", Tank),
                Made("byhand", [(DriveCase.PoolByHand, VdevRole.Data)]) with { IsInDatabase = false },
                Made("whole", [(DriveCase.PoolWholeDisk, VdevRole.Data)]) with { IsOnWholeDisks = true },
                Made("oldpool", [(DriveCase.Exported, VdevRole.Data)]) with { IsInDatabase = false, State = PoolState.Exported },
                Made("locked", [(DriveCase.GeliLocked, VdevRole.Data)]) with { IsEncrypted = true, State = PoolState.Locked },
                Made("foreign", [(DriveCase.GeliForeign, VdevRole.Data)]) with { IsEncrypted = true, IsInDatabase = false, State = PoolState.Locked },
            }.Where(pool => !pool.Members.IsEmpty),
        ];

        Pool Made(string name, ImmutableArray<(DriveCase Case, VdevRole Role)> roles) => new()
        {
            Id = id++,
            Name = name,
            Guid = SerialNumbers.Guid($"{nasName}/{name}"),
            Members = [.. roles.SelectMany(role => drives.Where(drive => drive.Case == role.Case).Select(drive => new PoolMember(role.Role, drive.Slot)))],
        };
    }
}
