using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.WebFront.Tests.Fakes;

/// <summary>Three NAS boxes with believable drives in every state: for tests, and to look at.</summary>
internal static class Showroom
{
    /// <summary>All moments are told from here, or the first test to cross midnight would fail.</summary>
    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public static FakeWorld Open()
    {
        var world = new FakeWorld();
        world.Nases["vault-01"] = Nas("vault-01", "jsonrpc", "https://10.0.20.11", 5, "TrueNAS SCALE 24.10.2", running: 5, queued: 2);
        world.Nases["vault-02"] = Nas("vault-02", "linux", "root@10.0.20.12:22", 2, "Debian 13");
        var silent = Nas("vault-03", "rest", "https://10.0.20.13", 2, "TrueNAS CORE 13.0-U6.7", running: 1);
        world.Nases["vault-03"] = silent with
        {
            Status = silent.Status with
            {
                Health = "unreachable",
                Stale = true,
                SeenAt = Now.AddMinutes(-3),
                Message = "10.0.20.13 does not answer: connection refused. Check that it is on and reachable from here.",
            },
        };

        foreach (var drive in All())
        {
            world.Drives[drive.Id] = drive;
            if (drive.Job is { } job)
            {
                world.Jobs[job.JobId] = JobOf(drive);
            }
        }

        return world;
    }

    public static NasView Nas(
        string name, string kind, string address, int maxParallel, string product = "Linux", int running = 0, int queued = 0) => new()
        {
            Name = name,
            Kind = kind,
            Address = address,
            MaxParallel = maxParallel,
            IncludeLoopDevices = false,
            Capabilities = [new CapabilityView { What = "inventory", By = kind }],
            Status = new NasStatus
            {
                Health = "ok",
                SeenAt = Now,
                Stale = false,
                Product = product,
                Running = running,
                Queued = queued,
                MaxParallel = maxParallel,
            },
        };

    public static DriveJobView Queued(string jobId, string by) => new()
    {
        JobId = jobId,
        State = "queued",
        Operator = by,
        Profile = "full",
        Percent = 0,
        QueuePosition = 1,
        CreatedAt = Now,
        Revision = 1,
    };

    public static JobView JobOf(DriveView drive) => new()
    {
        DriveId = drive.Id,
        Nas = drive.Nas,
        Devname = drive.Devname,
        Serial = drive.Serial,
        Model = drive.Model,
        SizeBytes = drive.SizeBytes,
        Summary = drive.Job!,
        Stages = ShowroomStages.Of(drive.Job!),
        Reasons = [],
        Epoch = 1,
        IsOver = drive.Job!.State is not ("queued" or "running" or "paused"),
    };

    private static IEnumerable<DriveView> All()
    {
        var exos = Drive("vault-01", "", "", "ST16000NM000J", 16_000_900_661_248);
        var failed = Ended("failed", "fail", 37, "8 bad blocks in pass 2, pending sectors 0 to 8") with { Errors = 8 };
        yield return Tested(exos with { Devname = "sda", Serial = "ZL2B7Q0M", Status = "failed", TemperatureC = 41, Location = "Shelf A, row 1", Job = failed });
        yield return Tested(exos with { Devname = "sdb", Serial = "ZL2B81F4", Status = "running", TemperatureC = 43, Location = "Shelf A, row 1", Job = Surface("job-sdb", 45.5, 41.2, "pass 2 of 4, verify", 214_000_000) });
        yield return Tested(exos with { Devname = "sdc", Serial = "ZL2B91XD", Status = "running", TemperatureC = 47, Location = "Shelf A, row 1", Job = Surface("job-sdc", 52.8, 51.9, "pass 3 of 4, write", 198_000_000) });
        yield return Tested(exos with
        {
            Devname = "sdd",
            Serial = "ZL2B90KQ",
            Status = "paused",
            TemperatureC = 58,
            Location = "Shelf A, row 1",
            Job = Surface("job-sdd", 14, 12.9, "pass 1 of 4, verify", null) with { State = "paused", Eta = null, Held = "Too hot: 58 °C; goes on at 46 °C." },
        });
        var toshiba = Drive("vault-01", "", "", "MG08ACA16TE", 16_000_900_661_248);
        var cable = Ended("inconclusive", "inconclusive", 18, "Cable or slot: CRC errors grew by 212");
        yield return Tested(toshiba with { Devname = "sde", Serial = "71U0A0XYFVGG", Status = "inconclusive", TemperatureC = 38, Location = "Shelf A, row 2", Job = cable });
        var selfTest = new SelfTestView { State = "running", Percent = 62 };
        var longTest = Surface("job-sdf", 9.1, 62, null, null) with { Stage = "long_smart", Eta = Now.AddHours(10), LongSmart = selfTest };
        yield return Tested(toshiba with { Devname = "sdf", Serial = "71U0A0Y1FVGG", Status = "running", TemperatureC = 39, Location = "Shelf A, row 2", Job = longTest }) with { LongSmart = selfTest };
        var big = Drive("vault-01", "", "", "ST18000NM000J", 18_000_207_937_536);
        var shortTest = new SelfTestView { State = "running", Percent = 50 };
        var shortJob = Surface("job-sdg", 0.4, 50, null, null) with { Stage = "short_smart", StartedAt = Now.AddSeconds(-62), Eta = Now.AddSeconds(58), ShortSmart = shortTest };
        yield return big with { Id = "d-sdg", Devname = "sdg", Serial = "ZR50C1TT", Status = "running", TemperatureC = 36, Location = "Shelf A, row 2", Job = shortJob, ShortSmart = shortTest };
        yield return big with { Id = "d-sdh", Devname = "sdh", Serial = "ZR50C2B8", Status = "queued", TemperatureC = 34, Location = "Shelf A, row 2", Job = Queued("job-sdh", "marta") };
        yield return big with { Id = "d-sdi", Devname = "sdi", Serial = "ZR50BZ04", Status = "queued", TemperatureC = 34, Location = "Shelf A, row 3", Job = Queued("job-sdi", "marta") with { QueuePosition = 2 } };
        yield return Tested(exos with { Devname = "sdj", Serial = "ZL2AQ3W7", Status = "passed", TemperatureC = 37, Location = "Shelf A, row 3", Job = Ended("passed", "pass", 100, "4 of 4 passes, 0 errors") });
        yield return Tested(exos with { Devname = "sdk", Serial = "ZL2AQ4F0", Status = "passed_notes", TemperatureC = 38, Location = "Shelf A, row 3", Job = Ended("passed", "pass_with_notes", 100, "0 errors, slow zone at 10.1 TB") });
        yield return exos with { Id = "d-sdl", Devname = "sdl", Serial = "ZL29HH1C", Status = "in_use", TemperatureC = 40, Location = "Shelf A, row 3", InUse = [new InUseView("pool_member", "Member of the pool tank, mirror-1. Take it out of the pool first.")] };

        var red = Drive("vault-02", "", "", "WDC WD80EFZZ-68BTXN0", 8_001_563_222_016);
        yield return red with { Id = "d-idle-1", Devname = "sda", Serial = "VRG4T0LK", Status = "idle", TemperatureC = 33, Location = "Rack 2, right" };
        yield return red with { Id = "d-idle-2", Devname = "sdb", Serial = "VRG4T1BK", Status = "idle", TemperatureC = 33 };
        yield return red with { Id = "d-idle-3", Devname = "sdc", Serial = "VRG4U7AK", Status = "idle" };
        yield return Tested(red with { Devname = "sdd", Serial = "VRG4CAN0", Status = "cancelled", TemperatureC = 31, Job = Ended("cancelled", null, 22.4, null) });
        yield return Tested(red with { Devname = "sdf", Serial = "VRG4PA0S", Status = "paused", TemperatureC = 30, Job = Surface("job-paused", 60, 61, "read", null) with { State = "paused", Passes = 1, Eta = null, PausedBy = "marta", Held = "Paused by marta." } });
        yield return red with { Id = "d-label", Devname = "sdg", Serial = "VRG4LABE", Status = "in_use", TemperatureC = 30, InUse = [new InUseView("signature", "sdg holds an ext4 file system that is not mounted."), new InUseView("partitions", "sdg has a partition table.")] };
        yield return red with { Id = "d-missing", Devname = "sde", Serial = "VRG4GONE", Status = "missing" };

        var old = Drive("vault-03", "", "", "HUH728080ALE600", 8_001_563_222_016);
        yield return Tested(old with { Devname = "da3", Serial = "VK0ELE7Y", Status = "running", TemperatureC = 39, Location = "Rack 2, left", Job = Surface("job-da3", 30, 26.5, "pass 2 of 4, write", 120_000_000) });
    }

    private static DriveView Drive(string nas, string devname, string serial, string model, long sizeBytes) => new()
    {
        Id = "",
        Nas = nas,
        Devname = devname,
        Serial = serial,
        Model = model,
        SizeBytes = sizeBytes,
        Medium = "hdd",
        SmartHealth = "passed",
        Status = "idle",
        InUse = [],
        Location = "",
        Notes = "",
    };

    private static DriveView Tested(DriveView drive) => drive with
    {
        Id = $"d-{drive.Serial}",
        ShortSmart = new SelfTestView { State = "passed", Percent = 100, FinishedAt = Now.AddDays(-4) },
        LongSmart = new SelfTestView { State = "passed", Percent = 100, FinishedAt = Now.AddDays(-3) },
    };

    private static DriveJobView Surface(string id, double percent, double stagePercent, string? phase, long? speed) => new()
    {
        JobId = id,
        State = "running",
        Operator = "marta",
        Profile = "full",
        Percent = percent,
        Stage = "surface_validate",
        StagePercent = stagePercent,
        Phase = phase,
        BytesPerSecond = speed,
        Eta = Now.AddHours(96 * (100 - percent) / 50),
        CreatedAt = Now.AddDays(-3).AddHours(-8),
        StartedAt = Now.AddDays(-3).AddHours(-8),
        Passes = 4,
        Revision = 7,
    };

    private static DriveJobView Ended(string state, string? verdict, double percent, string? headline) => new()
    {
        JobId = $"job-{state}-{verdict}",
        State = state,
        Verdict = verdict,
        Operator = "marta",
        Profile = "full",
        Percent = percent,
        Headline = headline,
        CreatedAt = Now.AddDays(-5),
        StartedAt = Now.AddDays(-5),
        FinishedAt = Now.AddHours(-20),
        Revision = 9,
    };
}
