using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Faults;
using Burnin.Nas.Http;

namespace Burnin.TrueNas.Tests;

/// <summary>Every trouble is told apart, ends with it, and is nobody else's.</summary>
public sealed class TroubleTests
{
    /// <summary>What goes wrong, as what it is told, and in which words by REST and by JSON-RPC.</summary>
    public static TheoryData<string, BoxFaults, NasFault, string, string> Faults { get; } = new()
    {
        { "502", new BoxFaults { Status = 502 }, NasFault.Unreachable, "answers 502", "answers 502" },
        { "HTML", new BoxFaults { Html = true }, NasFault.UnexpectedAnswer, "page", "no JSON-RPC: <!DOCTYPE html>" },
        { "a cut connection", new BoxFaults { Drop = true }, NasFault.Unreachable, "cannot be reached", "broke" },
        { "half an answer", new BoxFaults { CutBody = true }, NasFault.Unreachable, "cannot be reached", "broke" },
        { "a crash", new BoxFaults { CrashingMethods = ["disk.query"] }, NasFault.UnexpectedAnswer, "refuses disk.query (500", "has crashed" },
        { "a missing method", new BoxFaults { MissingMethods = ["disk.query"] }, NasFault.NotSupported, "has no disk.query", "has no disk.query" },
        { "a key without rights", new BoxFaults { DenyRoles = true }, NasFault.NotSupported, "may not call disk.query", "Not authorized" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_nas_in_trouble_says_which_and_is_well_again_after_it(string what, BoxFaults faults, NasFault fault, string words, string wordsOfSocket)
    {
        foreach (var (profile, kind) in new[] { (MockNasProfile.Scale2410, NasKind.Rest), (MockNasProfile.TrueNas2510, NasKind.Rest), (MockNasProfile.TrueNas2510, NasKind.JsonRpc), (MockNasProfile.TrueNas260, NasKind.JsonRpc) })
        {
            await using var bed = await TrueNasBed.StartAsync(profile);
            var nas = bed.Nas(bed.By(kind));
            await nas.ReadInventoryAsync(TrueNasBed.Cancelled);

            bed.Server.Faults = faults;
            bed.Server.Disconnect();
            var trouble = await Assert.ThrowsAsync<NasException>(() => bed.PassUntilAsync(nas.ReadInventoryAsync(TrueNasBed.Cancelled)));
            Assert.True(
                trouble.Fault == fault && trouble.Message.Contains(kind is NasKind.Rest ? words : wordsOfSocket, StringComparison.Ordinal),
                $"{what} on {profile} by {kind}: {trouble.Fault}, {trouble.Message}");

            bed.Server.Faults = BoxFaults.None;
            Assert.NotEmpty((await bed.WellAgainAsync(nas)).Drives);
        }
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2410, NasKind.Rest)]
    [InlineData(MockNasProfile.TrueNas260, NasKind.JsonRpc)]
    public async Task Whoever_waits_for_a_slow_nas_keeps_nobody_else_waiting(MockNasProfile profile, NasKind kind)
    {
        await using var slow = await TrueNasBed.StartAsync(profile);
        await using var quick = await TrueNasBed.StartAsync(profile);
        var limit = TimeSpan.FromSeconds(8);
        var nas = slow.Nas(slow.By(kind), TrueNasBed.Patient with { Answer = limit }, TrueNasBed.PatientSocket with { Answer = limit });
        await nas.ReadInventoryAsync(TrueNasBed.Cancelled);
        slow.Server.Faults = new BoxFaults { SlowMs = 600_000 };
        var waiting = nas.ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.NotEmpty((await quick.Nas(quick.By(kind)).ReadInventoryAsync(TrueNasBed.Cancelled)).Drives);

        Assert.False(waiting.IsCompleted);
        var trouble = await Assert.ThrowsAsync<NasException>(() => slow.PassUntilAsync(waiting));
        Assert.Equal(NasFault.Unreachable, trouble.Fault);
        Assert.Matches("in time|within 8 s", trouble.Message);
    }

    [Theory]
    [MemberData(nameof(Profiles.ByWay), MemberType = typeof(Profiles))]
    public async Task Fields_that_nobody_knows_and_fields_that_are_missing_change_nothing(MockNasProfile profile, NasKind kind)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);
        var nas = bed.Nas(bed.By(kind));
        var plain = await nas.ReadInventoryAsync(TrueNasBed.Cancelled);

        bed.Server.Faults = new BoxFaults { UnknownFields = true };
        Assert.Equal(plain.Drives.Select(drive => (drive.DeviceName, drive.Serial, drive.SizeBytes)), (await nas.ReadInventoryAsync(TrueNasBed.Cancelled)).Drives.Select(drive => (drive.DeviceName, drive.Serial, drive.SizeBytes)));

        bed.Server.Faults = new BoxFaults { OldSchema = true };
        Assert.Equal(plain.Drives.Select(drive => drive.Serial), (await nas.ReadInventoryAsync(TrueNasBed.Cancelled)).Drives.Select(drive => drive.Serial));
    }

    [Fact]
    public async Task What_changes_nothing_is_asked_again()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410, new BoxFaults { Status = 502 });
        var nas = bed.Nas(limits: TrueNasBed.Patient with { Retries = 2, RetryDelay = TimeSpan.FromSeconds(1) });
        var asked = nas.ReadInventoryAsync(TrueNasBed.Cancelled);

        await Rig.Eventually.TrueAsync(
            () =>
            {
                bed.Server.Faults = BoxFaults.None;
                bed.Clock.Advance(TimeSpan.FromSeconds(1));
                return asked.IsCompleted;
            },
            "an answer to the second question",
            cancellationToken: TrueNasBed.Cancelled);

        Assert.NotEmpty((await asked).Drives);
    }

    [Fact]
    public async Task A_nas_that_never_answers_is_left_alone_for_a_while()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410);
        var nas = bed.Nas(limits: TrueNasBed.Patient with { BreakAfter = 3, SlowAnswer = TimeSpan.FromMinutes(1) });
        await nas.ReadInventoryAsync(TrueNasBed.Cancelled);
        bed.Clock.Advance(TimeSpan.FromMinutes(2));
        bed.Server.Faults = new BoxFaults { Status = 502 };

        List<string> said = [];
        for (var poll = 0; poll < 4; poll++)
        {
            said.Add((await Assert.ThrowsAsync<NasException>(() => nas.ReadInventoryAsync(TrueNasBed.Cancelled))).Message);
        }

        Assert.Contains("left alone", said[^1], StringComparison.Ordinal);
        bed.Server.Faults = BoxFaults.None;
        bed.Clock.Advance(new HttpLimits().BreakFor + TimeSpan.FromSeconds(1));
        Assert.NotEmpty((await nas.ReadInventoryAsync(TrueNasBed.Cancelled)).Drives);
    }
}
