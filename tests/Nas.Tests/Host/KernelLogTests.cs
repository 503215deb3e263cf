using System.Globalization;
using Burnin.Domain.Jobs;
using Burnin.Domain.Kernel;
using Burnin.Domain.Nases;
using Burnin.Nas.Host;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>The kernel's log as hosts keep it, with canned lines in place of the host's own.</summary>
public sealed class KernelLogTests
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static TheoryData<string> Shells => ["dash", "busybox", "bash"];

    [Theory, MemberData(nameof(Shells))]
    public async Task Of_journald_only_kernel_lines_of_trouble_since_the_stage_began_are_taken(string shell)
    {
        await using var bench = new HostBench(shell, isDisguised: true);
        bench.Disguise!.HangsOn("pci0000:00/0000:01:00.0/host0/target0:0:5/0:0:5:0", "mpt3sas", "pci0000:00/0000:00:1f.2/ata4/host3/target3:0:0/3:0:0:0");
        bench.Disguise.Replace("journalctl", $"""
            #!/bin/sh
            echo "$*" >>"$(dirname "$0")/journal"
            cat <<'END'
            1700000001.123456 nas kernel: mpt3sas_cm0: sending diag reset !!
            1700000002.000001 nas kernel: sd 0:0:5:0: [{bench.Disguise.Name}] tag#0 FAILED Result: hostbyte=DID_NO_CONNECT driverbyte=DRIVER_OK
            1700000003.000001 nas kernel: ata4: hard resetting link
            1700000004.000001 nas kernel: EXT4-fs (sda1): mounted filesystem
            END
            """);

        var result = await AddedAsync(bench, shell, TimeSpan.FromHours(3));

        Assert.Equal(
            [(KernelEventKind.HbaReset, KernelScope.Controller), (KernelEventKind.DeviceGone, KernelScope.Drive)],
            result.Kernel!.Findings.Select(finding => (finding.Kind, finding.Scope)));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000001), result.Kernel.Findings[0].FirstAt);
        Assert.Equal(["sdzz"], result.Kernel.OthersInTrouble);
        var evidence = Assert.Single(result.Evidence);
        Assert.Equal("kernel.log", evidence.Name);
        Assert.StartsWith("1700000001 mpt3sas_cm0: sending diag reset !!\n", evidence.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("EXT4", evidence.Text, StringComparison.Ordinal);
        Assert.Contains("_TRANSPORT=kernel", File.ReadAllText(Path.Combine(bench.Disguise.Folder, "journal")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shells))]
    public async Task Without_journald_the_ring_of_the_kernel_is_read_by_the_time_since_the_start(string shell)
    {
        await using var bench = new HostBench(shell, isDisguised: true);
        bench.Disguise!.HangsOn("pci0000:00/0000:00:1f.2/ata3/host2/target2:0:0/2:0:0:0", "ahci", "pci0000:00/0000:00:1f.2/ata4/host3/target3:0:0/3:0:0:0");
        bench.Disguise.Replace("journalctl", "#!/bin/sh\nexit 1\n");
        var up = double.Parse((await File.ReadAllTextAsync("/proc/uptime", TestContext.Current.CancellationToken)).Split(' ')[0], Invariant);
        bench.Disguise.Replace("dmesg", $"""
            #!/bin/sh
            cat <<'END'
            [{(up - 7200).ToString("0.000000", Invariant)}] ata3: hard resetting link
            <4>[ {(up - 60).ToString("0.000000", Invariant)}] ata3.00: error: {"{ ICRC ABRT }"}
            [{(up - 30).ToString("0.000000", Invariant)}] I/O error, dev {bench.Disguise.Name}, sector 8 op 0x0:(READ) flags 0x0
            no time at all: I/O error, dev {bench.Disguise.Name}, sector 9
            END
            """);

        var result = await AddedAsync(bench, shell, TimeSpan.FromHours(1));

        Assert.Equal([KernelEventKind.CrcError, KernelEventKind.IoError], result.Kernel!.Findings.Select(finding => finding.Kind));
        Assert.All(result.Kernel.Findings, finding => Assert.InRange((TimeProvider.System.GetUtcNow() - finding.FirstAt).TotalSeconds, 20, 180));
    }

    [Fact]
    public async Task A_log_that_may_not_be_read_is_said_to_be_so_and_costs_the_stage_nothing()
    {
        await using var bench = new HostBench(isDisguised: true);
        bench.Disguise!.Replace("journalctl", "#!/bin/sh\nexit 1\n");
        bench.Disguise.Replace("dmesg", "#!/bin/sh\necho 'dmesg: read kernel buffer failed: Operation not permitted' >&2\nexit 1\n");

        var result = await AddedAsync(bench, "dash", TimeSpan.FromHours(1));

        Assert.Equal(StageState.Passed, result.State);
        Assert.StartsWith("This login may not read the log of the kernel", result.Kernel!.Unavailable, StringComparison.Ordinal);
        Assert.Empty(result.Evidence);
    }

    [Fact]
    public async Task A_long_log_is_cut_to_its_newest_lines()
    {
        await using var bench = new HostBench(isDisguised: true);
        bench.Disguise!.Replace("journalctl", $"""
            #!/bin/sh
            awk 'BEGIN {"{"} for (i = 1; i <= 20000; i++) print 1700000000 + i ".000000 nas kernel: I/O error, dev {bench.Disguise.Name}, sector " i {"}"}'
            """);

        var log = Assert.Single((await AddedAsync(bench, "dash", TimeSpan.FromHours(1))).Evidence).Text;

        Assert.Equal(500, log.Split('\n').Length);
        Assert.EndsWith("sector 20000", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_is_gone_is_said_to_be_so_and_its_log_is_kept()
    {
        await using var bench = new HostBench(isDisguised: true);
        bench.Disguise!.Replace("journalctl", "#!/bin/sh\necho '1700000001.1 nas kernel: sd 9:0:0:0: rejecting I/O to offline device'\n");
        var order = await bench.OrderAsync("gone");

        var result = await LogOf(bench, "dash", order).AddToAsync(Passed, order with { Target = order.Target with { Serial = "OTHER" } }, TestContext.Current.CancellationToken);

        Assert.Equal("No disk on the host answers to serial OTHER.", result.Kernel!.Unavailable);
        Assert.Single(result.Evidence);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task Of_FreeBSD_what_syslogd_wrote_of_the_kernel_is_read_by_its_local_time(string shell)
    {
        await using var bench = HostBench.OfFreeBsd(shell);
        var now = TimeProvider.System.GetLocalNow();
        string Line(DateTimeOffset at, string text) => $"{at.ToString("MMM", Invariant)} {at.Day,2} {at:HH:mm:ss} truenas kernel: {text}";
        bench.FreeBsd!.Says("camcontrol.list", """
            scbus0 on mps0 bus 0:
            <ATA PRETENDED 18TB 0001>          at scbus0 target 5 lun 0 (pass0,da0)
            """);
        bench.FreeBsd.Says("messages", string.Join('\n',
            Line(now.AddDays(-200), "(da0:mps0:0:5:0): SCSI sense: MEDIUM ERROR asc:11,0 (Unrecovered read error)"),
            Line(now.AddHours(-3), "(da0:mps0:0:5:0): lost device"),
            Line(now.AddMinutes(-5), "(da0:mps0:0:5:0): CAM status: Command timeout"),
            Line(now.AddMinutes(-4), "mps0: Reinitializing controller"),
            Line(now.AddMinutes(-3), "ugen0.1: <error of nobody> at usbus0").Replace(" kernel:", " sshd[17]:", StringComparison.Ordinal)));

        var result = await AddedAsync(bench, shell, TimeSpan.FromHours(1));

        Assert.Equal(
            [(KernelEventKind.HbaReset, KernelScope.Controller), (KernelEventKind.Timeout, KernelScope.Drive)],
            result.Kernel!.Findings.Select(finding => (finding.Kind, finding.Scope)));
        Assert.All(result.Kernel.Findings, finding => Assert.InRange((TimeProvider.System.GetUtcNow() - finding.FirstAt).TotalSeconds, 60, 600));
        Assert.Empty(bench.FreeBsd.Strays);
    }

    private static readonly RunResult Passed = new() { State = StageState.Passed, Reasons = [] };

    private static async Task<RunResult> AddedAsync(HostBench bench, string shell, TimeSpan ago)
    {
        var order = await bench.OrderAsync("logged");
        var log = LogOf(bench, shell, order);
        return await log.AddToAsync(Passed, order with { OrderedAt = Now - ago }, TestContext.Current.CancellationToken);
    }

    private static DateTimeOffset Now { get; } = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private static HostKernelLog LogOf(HostBench bench, string shell, RunOrder order) => new(
        new NasConnection { Name = order.RunId, Kind = NasKind.Local, IncludeLoopDevices = true },
        async (verb, arguments, token) => HostAnswer.Read(await bench.Shell(shell).RunAsync(HostProgramme.Text(verb, arguments), token)),
        new FakeTimeProvider(Now));
}
