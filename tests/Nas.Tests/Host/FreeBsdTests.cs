using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>The host programme as it goes on FreeBSD, against pretended tools: what those of the real system say, this cannot prove.</summary>
public sealed class FreeBsdTests
{
    public static TheoryData<string> Uses { get; } = [.. FreeBsdUses.All.Keys];

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_blank_disk_is_known_by_GEOM_and_free(string shell)
    {
        await using var bench = HostBench.OfFreeBsd(shell);

        var inventory = await bench.Nas.ReadInventoryAsync(TestContext.Current.CancellationToken);
        var drive = Assert.Single(inventory.Drives);

        Assert.Equal("FreeBSD 13.1-RELEASE-p9", inventory.Product);
        Assert.Equal(
            ("da0", FreeBsdDisguise.Serial, "0x5000c500deadbeef", "PRETENDED 18TB & more", DriveMedium.Hdd, bench.Disk.SizeBytes),
            (drive.DeviceName, drive.Serial, drive.Wwn, drive.Model, drive.Medium, drive.SizeBytes));
        Assert.Empty(drive.InUse);
        Assert.Empty(bench.FreeBsd!.Strays);
    }

    [Fact]
    public async Task Its_capabilities_say_that_it_was_never_run_on_the_real_system()
    {
        await using var bench = HostBench.OfFreeBsd();

        var capabilities = (await bench.Nas.ReadInventoryAsync(TestContext.Current.CancellationToken)).Capabilities;

        var surface = capabilities.Single(capability => capability.What == "surface_validate");
        Assert.StartsWith("fio ", surface.By, StringComparison.Ordinal);
        Assert.Contains("written for FreeBSD, proved only against pretended tools", surface.Note, StringComparison.Ordinal);
        Assert.Equal("GEOM", capabilities.Single(capability => capability.What == "inventory").By);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task An_examination_of_a_blank_disk_finds_it_free_and_asks_the_drive(string shell)
    {
        await using var bench = HostBench.OfFreeBsd(shell);
        var order = await bench.OrderAsync("look");

        var examination = await bench.Nas.ExamineAsync(order.Target, TestContext.Current.CancellationToken);

        Assert.Empty(WipeGuard.RefusalsOf(order.Target, examination.Facts, []));
        Assert.Equal(33, examination.Smart.TemperatureCelsius);
        Assert.Null(examination.Facts!.NativeBytes);
    }

    [Fact]
    public async Task What_a_disk_hides_is_told_by_camcontrol()
    {
        await using var bench = HostBench.OfFreeBsd();
        var order = await bench.OrderAsync("hidden");
        bench.FreeBsd!.Says("camcontrol.identify", "Feature                      Support  Enabled   Value\nHost Protected Area (HPA)      yes      yes     65536/131072\nHPA - Security                 no");

        Assert.Equal(131_072 * 512, (await bench.Nas.ExamineAsync(order.Target, TestContext.Current.CancellationToken)).Facts!.NativeBytes);
    }

    [Fact]
    public async Task A_memory_disk_is_known_by_the_file_behind_it()
    {
        await using var bench = HostBench.OfFreeBsd(name: "md0");
        bench.FreeBsd!.Says("backing", Environment.ProcessPath!);

        var drive = await bench.DriveAsync();

        Assert.Equal((DriveMedium.Loop, $"md-{Tool.Run("stat", "-L", "-c", "%d-%i", Environment.ProcessPath!)}-{bench.Disk.SizeBytes}"), (drive.Medium, drive.Serial));
        Assert.Empty(drive.InUse);
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task A_disk_that_is_in_use_is_refused_by_name_of_the_use(string use)
    {
        await using var bench = HostBench.OfFreeBsd();
        var order = await bench.OrderAsync("used");
        var before = bench.Disk.ContentHash();
        var fact = FreeBsdUses.All[use].Fact;
        FreeBsdUses.All[use].Make(bench.FreeBsd!);

        var examined = (await bench.Nas.ExamineAsync(order.Target, TestContext.Current.CancellationToken)).Facts;
        var refused = await bench.StartAsync(order with { Target = order.Target with { Wwn = null } });

        Assert.Contains(fact, examined!.InUse);
        Assert.Contains(fact, Assert.IsType<LaunchAnswer.Refused>(refused).Facts);
        Assert.Equal(before, bench.Disk.ContentHash());
        Assert.Empty(Directory.GetDirectories(Path.Combine(bench.Base, "runs")));
        Assert.Empty(bench.FreeBsd!.Strays);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_formatted_disk_is_refused(string shell)
    {
        await using var bench = HostBench.OfFreeBsd(shell);
        var order = await bench.OrderAsync("formatted");
        Tool.Run("mkfs.ext4", "-q", bench.Disk.Node);

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

        Assert.Equal([new InUseFact("signature", "da0 carries a signature: ext4.")], refused.Facts);
    }

    [Fact]
    public async Task A_disk_whose_last_sector_tells_of_encryption_is_refused()
    {
        await using var bench = HostBench.OfFreeBsd();
        var order = await bench.OrderAsync("encrypted");
        bench.Disk.WriteAt(bench.Disk.SizeBytes - 512, "GEOM::ELI\0\0\0"u8);

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

        Assert.Equal([new InUseFact("signature", "da0 carries a signature: GEOM::ELI.")], refused.Facts);
    }

    [Theory]
    [InlineData("ident", "ZOTHER", "unknown")]
    [InlineData("bytes", "33553920", "identity")]
    [InlineData("drive", "ZOTHER", "identity")]
    public async Task A_disk_that_is_not_the_ordered_one_is_refused(string what, string text, string code)
    {
        await using var bench = HostBench.OfFreeBsd();
        var order = await bench.OrderAsync("other");
        bench.FreeBsd!.Says(what, text);

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

        Assert.Equal(code, Assert.Single(refused.Facts).Code);
    }

    [Theory]
    [InlineData("dash", SurfaceEngine.Auto)]
    [InlineData("busybox", SurfaceEngine.Auto)]
    [InlineData("dash", SurfaceEngine.Badblocks)]
    public async Task A_blank_disk_is_tested_to_its_end(string shell, SurfaceEngine engine)
    {
        await using var bench = HostBench.OfFreeBsd(shell);
        var order = await bench.OrderAsync("whole", HostBench.With(engine));

        Assert.Equal(new LaunchAnswer.Running("whole"), await bench.StartAsync(order));
        var ended = await bench.SeeAsync<RunSnapshot.Ended>(order);

        Assert.Equal((StageState.Passed, bench.Disk.SizeBytes, 0L), (ended.Result.State, ended.Result.TestedBytes, ended.Result.UntestedBytes));
        Assert.Empty(ended.Result.Reasons);
        Assert.Empty(bench.FreeBsd!.Strays);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_writer_that_outlives_its_runner_keeps_the_disk_and_is_stopped_with_the_run(string shell)
    {
        await using var bench = await HostBench.SlowFreeBsdAsync(shell);
        var order = await bench.OrderAsync("orphan");
        await bench.StartAsync(order);
        var writer = await bench.FreezeWriterAsync();
        Tool.Signal("KILL", bench.RunnerOf(order));

        await bench.SeeAsync<RunSnapshot.Running>(order);
        var rival = await bench.OrderAsync("rival");
        Assert.Equal("locked", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(rival)).Facts).Code);
        Assert.Equal([writer], bench.Disk.Writers());
        await bench.Nas.StopAsync(order, TestContext.Current.CancellationToken);

        Assert.Empty(bench.Disk.Writers());
        Assert.Equal("stopped", (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.Reasons[0].Code);
        Assert.Empty(bench.FreeBsd!.Strays);
    }

    [Fact]
    public async Task Ten_starts_at_once_give_one_writer()
    {
        await using var bench = await HostBench.SlowFreeBsdAsync();
        var order = await bench.OrderAsync("ten");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bench.StartAsync(order)));
        await bench.FreezeWriterAsync();

        Assert.All(answers, answer => Assert.Equal(new LaunchAnswer.Running("ten"), answer));
        Assert.Single(bench.Disk.Writers());
    }

    [Fact]
    public async Task A_run_that_is_held_stands_still_until_it_is_released_and_shows_how_far_it_is()
    {
        await using var bench = await HostBench.SlowFreeBsdAsync();
        var order = await bench.OrderAsync("held");
        await bench.StartAsync(order);
        await Eventually.TrueAsync(() => bench.Disk.Writers().Count > 0, "a writer", cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(await bench.Nas.HoldAsync(order, TestContext.Current.CancellationToken));
        await Eventually.TrueAsync(() => bench.IsStandingStill(order), "a run that stands still", cancellationToken: TestContext.Current.CancellationToken);
        await bench.Nas.ReleaseAsync(order, TestContext.Current.CancellationToken);

        Assert.Equal(StageState.Passed, (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.State);
    }

    [Fact]
    public async Task A_use_that_appears_during_the_run_ends_it_before_the_next_segment()
    {
        await using var bench = await HostBench.SlowFreeBsdAsync();
        var order = await bench.OrderAsync("intruder");
        await bench.StartAsync(order);
        var writer = await bench.FreezeWriterAsync();
        bench.FreeBsd!.PutsUpon("da0", "PART", "da0", "r0w0e0", "GPT");
        Tool.Signal("CONT", writer);

        var ended = await bench.SeeAsync<RunSnapshot.Ended>(order);

        Assert.Equal((StageState.Inconclusive, "da0 carries a signature: GPT."), (ended.Result.State, ended.Result.Reasons[0].Text));
    }
}
