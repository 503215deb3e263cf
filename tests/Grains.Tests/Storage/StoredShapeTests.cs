using System.Collections.Immutable;
using System.Text.Json;
using Burnin.Domain.Jobs;
using Burnin.Domain.Kernel;
using Burnin.Domain.Nases;
using Burnin.Domain.Smart;
using Burnin.Domain.Speed;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Settings;
using Burnin.Grains.Interfaces.Users;
using Burnin.Grains.Tests.Doubles;
using Burnin.Rig;
using Xunit;

namespace Burnin.Grains.Tests.Storage;

/// <summary>What is stored is a contract with every later version: a change of it shows here, as a diff to be read.</summary>
public sealed class StoredShapeTests : GrainCluster
{
    /// <summary>With a value for all that a job keeps of it.</summary>
    private const string Smart =
        """
        {"smartctl": {"version": [7, 5], "exit_status": 0}, "device": {"type": "sat", "protocol": "ATA"}, "model_name": "ST1", "model_family": "Seagate", "serial_number": "S1",
         "wwn": {"naa": 5, "oui": 3152, "id": 1}, "firmware_version": "1", "user_capacity": {"bytes": 1000}, "logical_block_size": 512, "physical_block_size": 4096, "rotation_rate": 7200,
         "form_factor": {"name": "3.5 inches"}, "trim": {"supported": false}, "zoned_device": {"capabilities": "device_managed"}, "smart_support": {"available": true, "enabled": true},
         "smart_status": {"passed": true}, "power_on_time": {"hours": 7}, "power_cycle_count": 2, "temperature": {"current": 30, "lifetime_max": 40, "limit_max": 60},
         "interface_speed": {"max": {"units_per_second": 60, "bits_per_unit": 100000000}, "current": {"units_per_second": 60, "bits_per_unit": 100000000}},
         "ata_smart_data": {"self_test": {"status": {"value": 0}, "polling_minutes": {"short": 1, "extended": 2, "conveyance": 3}}, "capabilities": {"self_tests_supported": true}},
         "ata_smart_attributes": {"table": [{"id": 9, "name": "Power_On_Hours", "value": 100, "worst": 100, "thresh": 0, "when_failed": "past", "flags": {"prefailure": false}, "raw": {"value": 7, "string": "7 (1 2 3)"}}]},
         "ata_smart_error_log": {"summary": {"count": 0}}, "ata_pending_defects_log": {"count": 0}, "ata_sct_erc": {"read": {"deciseconds": 70}, "write": {"deciseconds": 70}},
         "ata_smart_self_test_log": {"extended": {"table": [{"type": {"value": 1, "string": "Short offline"}, "status": {"value": 0, "string": "Completed without error"}, "lifetime_hours": 7, "lba": 1}]}},
         "ata_device_statistics": {"pages": [{"number": 1, "table": [{"offset": 16, "name": "Power-on Hours", "value": 7}]}]},
         "sata_phy_event_counters": {"table": [{"id": 1, "name": "Command failed due to ICRC error", "value": 0}]},
         "seagate_farm_log": {"page_1_drive_information": {"poh": 7, "serial_number": "S1", "device_capacity_in_sectors": 2, "logical_sector_size": 512}}}
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>So that something is told.</summary>
    private protected override IEnumerable<KeyValuePair<string, string?>> Environment =>
    [
        new("Burnin:Mail:Host", "mail.example"), new("Burnin:Mail:To", "ann@example.org"), new("Burnin:Mail:From", "burnin@example.org"), new("Burnin:Mail:AlertOnPass", "true"),
        new("Burnin:Mail:TimeZone", "UTC"), new("Burnin:Mail:ReportHour", "3"),
    ];

    [Fact]
    public async Task The_records_keep_their_shape()
    {
        Nas.SmartRaw = Smart;
        Mailer.Refusal = "down";
        await Grains.Settings().ChangeAsync(new ChangeSettings { Values = ImmutableDictionary<string, string?>.Empty.Add("log_level", "debug"), By = "ann" });
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        await Nas.ShowAsync(await RunAsync(job, StageName.SurfaceValidate), new RunSnapshot.Ended(Surface));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        await Grains.Job(job).RejudgeAsync("used", "eve", TestContext.Current.CancellationToken);
        await EventuallyAsync("the governor is told", async () => (await Grains.Governor(NasName).GetAsync()).Holders.IsEmpty);

        await EventuallyAsync("the mail was tried", async () => (await Grains.Notifier("mail").GetAsync()) is { Trouble: not null, NextTryAt: not null });

        await Grains.Report().LookAsync();
        Nas.Trouble = new NasException(NasFault.Unreachable, "No route.");
        Clock.Advance(TimeSpan.FromHours(25));
        await Eventually.TrueAsync(
            async () =>
            {
                Clock.Advance(TimeSpan.FromMinutes(1));
                await Grains.Report().LookAsync();
                return Storage.JsonOf("report", "daily")!.Contains($"\"silent\":{{\"{NasName}\"", StringComparison.Ordinal);
            },
            "the NAS is missed",
            cancellationToken: TestContext.Current.CancellationToken);

        await Grains.Users().EnsureAdminAsync(new NewUser { Name = "marta", Password = "correct horse battery", Role = "admin" });
        await Grains.Users().AddTokenAsync(new NewToken { Name = "ci", Role = "operator", By = "marta", ExpiresAt = Clock.GetUtcNow().AddDays(1) });

        var stored = string.Join('\n', new[] { ("nas", NasName), ("drive", "S1"), ("job", job), ("governor", NasName), ("fleet", "burnin"), ("settings", "burnin"), ("notifier", "mail"), ("report", "daily"), ("users", "burnin") }
            .Select(grain => $"{grain.Item1}: {Shape(Storage.JsonOf(grain.Item1, grain.Item2)!)}"));

        Snapshot.Matches(stored, "Stored");
    }

    private static RunResult Surface => new()
    {
        State = StageState.Passed,
        Reasons = [],
        TestedBytes = 1,
        UntestedBytes = 0,
        HottestCelsius = 40,
        Speed = new SpeedCurve
        {
            SizeBytes = 1,
            Engine = "fio",
            Lanes =
            [
                new SpeedLane
                {
                    Direction = SpeedDirection.Read,
                    Sweeps = 1,
                    BytesPerSecond = [1],
                    MeanBytesPerSecond = 1,
                    InnerToOuterRatio = 0.5,
                    MedianMicroseconds = 1,
                    P99Microseconds = 1,
                    P999Microseconds = 1,
                    MaxMicroseconds = 1,
                },
            ],
            Dents = [new SpeedDent(0, 1, 0.5, 2, 2)],
            SlowPlaces = [new SlowPlace(0, 1, 2_000_000, 1_000_000, 2)],
        },
        Kernel = KernelLog.Read(new KernelNames { Device = "sda" }, [], "1000 nvme nvme7: I/O 1 QID 1 timeout, aborting\n1000 sd 2:0:0:0: [sda] tag#0 timing out command"),
        Smart = new SmartSnapshot { TakenAt = DateTimeOffset.UnixEpoch, Passed = true },
    };

    /// <summary>Names and kinds of values, since times and ids differ from run to run.</summary>
    private static string Shape(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(ShapeOf(document.RootElement), Indented);
    }

    private static object? ShapeOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(field => field.Name, field => ShapeOf(field.Value)),
        JsonValueKind.Array => OneOf(element.EnumerateArray().Select(ShapeOf)),
        var kind => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>All that any element of a list has.</summary>
    private static object?[] OneOf(IEnumerable<object?> shapes) => shapes.ToList() is { Count: > 0 } all ? [all.Aggregate(Merged)] : [];

    private static object? Merged(object? one, object? other) => (one, other) switch
    {
        (Dictionary<string, object?> first, Dictionary<string, object?> second) => first.Keys.Union(second.Keys).ToDictionary(
            field => field, field => Merged(first.GetValueOrDefault(field), second.GetValueOrDefault(field))),
        (object?[] first, object?[] second) => OneOf(first.Concat(second)),
        _ => one ?? other,
    };
}
