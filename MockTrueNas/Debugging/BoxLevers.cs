using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Debugging;

/// <summary>What hands, time and administrators do to a box, by route and from a test alike.</summary>
internal static class BoxLevers
{
    public static void CompleteAllTests(Box box) =>
        box.Change(moment => moment.State.WithDrives(drive => DriveTests.Completed(drive, moment.Now)));

    /// <summary>False where there is no such drive or lever.</summary>
    public static bool TryDrive(Box box, string name, string lever, JsonObject body) => box.Change(moment =>
        moment.State.Drives.FirstOrDefault(drive => drive.Name == name) is { } drive && Pulled(drive, lever, body, moment) is { } changed
            ? (moment.State.With(changed), true)
            : (moment.State, false));

    public static bool TryKey(Box box, string user, string lever) => box.Change(moment =>
    {
        if (moment.State.Keys.FirstOrDefault(key => key.User == user) is not { } key)
        {
            return (moment.State, false);
        }

        ApiKey? changed = lever switch
        {
            "expire" => key with { ExpiresAt = moment.Now },
            "revoke" => key with { RevokedReason = "Revoked by hand" },
            "renew" => key with { ExpiresAt = null, RevokedReason = null },
            _ => null,
        };

        return changed is null ? (moment.State, false) : (moment.State with { Keys = moment.State.Keys.Replace(key, changed) }, true);
    });

    private static Drive? Pulled(Drive drive, string lever, JsonObject body, BoxMoment moment) => lever switch
    {
        // A test under way dies with the power.
        "remove" => DriveTests.Cut(drive, SelfTestEnd.Interrupted, moment.Now) with { IsInserted = false, ExpiresAt = moment.Now.AddDays(7) },
        "insert" => drive with { IsInserted = true, ExpiresAt = null },
        "temperature" => drive with { PinnedCelsius = (int?)body["celsius"].AsWhole() },
        "health" => drive with { IsHealthy = body["healthy"].AsFlag() is not false },
        "sleep" => drive with { IsAsleep = body["asleep"].AsFlag() is not false },
        "start-test" => DriveTests.Started(drive, body["type"].AsText() is "LONG" ? SelfTestKind.Long : SelfTestKind.Short, moment),
        "abort-test" => DriveTests.Cut(drive, SelfTestEnd.Aborted, moment.Now),
        "reset-test" => DriveTests.Cut(drive, SelfTestEnd.Interrupted, moment.Now),
        "complete-test" => DriveTests.Completed(drive, moment.Now),
        _ => null,
    };
}
