using System.Diagnostics;
using Burnin.Domain.Nases;
using Burnin.Nas.Ssh;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Ssh;

/// <summary>A disk that hangs must cost only those who ask it.</summary>
public sealed class SshLateTests : IDisposable
{
    private static readonly SshLimits Nervous = SshTestBed.Quick with
    {
        Script = TimeSpan.FromSeconds(5),
        ProbeAfter = TimeSpan.FromSeconds(1),
        Probe = TimeSpan.FromSeconds(3),
    };

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("burnin-test-late-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_script_that_is_late_fails_alone()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint, Nervous);
        var (half, gate) = (Path.Combine(_directory.FullName, "half"), Path.Combine(_directory.FullName, "gate"));

        var late = shell.RunAsync($"set -- 'examine' 'sda'\nsleep 2; echo >{half}; sleep 15", Cancelled);
        await Eventually.TrueAsync(() => File.Exists(half), "half of the limit", cancellationToken: Cancelled);
        var other = shell.RunAsync($"until [ -e {gate} ]; do sleep 0.05; done; echo undisturbed", Cancelled);
        var failure = await Assert.ThrowsAsync<NasException>(() => late);
        await File.WriteAllTextAsync(gate, "", Cancelled);

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Equal(
            $"127.0.0.1:{bed.Server.Port} answers, but did not end this within 5 seconds: set -- 'examine' 'sda'", failure.Message);
        Assert.Equal("undisturbed\n", (await other).Output);
    }

    [Fact]
    public async Task A_script_within_its_limit_is_not_disturbed_by_the_probes()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint, Nervous with { ProbeAfter = TimeSpan.FromMilliseconds(200) });

        Assert.Equal("done\n", (await shell.RunAsync("sleep 3; echo done", Cancelled)).Output);
    }

    [Fact]
    public async Task A_half_open_connection_is_given_up_long_before_a_script_is_late()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint, Nervous with { Script = TimeSpan.FromMinutes(5) });
        await shell.RunAsync("true", Cancelled);

        await bed.Server.FreezeAsync(Cancelled);
        var since = Stopwatch.GetTimestamp();
        var failure = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, 2, 60);
        Assert.Equal("anew\n", (await shell.RunAsync("echo anew", Cancelled)).Output);
    }

    /// <summary>The server counts a channel until its shell has ended, whether or not we have closed it.</summary>
    [Fact]
    public async Task A_host_on_which_more_hangs_than_it_has_channels_is_still_reached()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint, Nervous with { Script = TimeSpan.FromSeconds(2) });

        var hanging = Enumerable.Range(0, 14).Select(_ => shell.RunAsync("sleep 30", Cancelled)).ToList();
        await Assert.ThrowsAsync<NasException>(() => Task.WhenAll(hanging));

        await Eventually.TrueAsync(
            async () => (await shell.RunAsync("echo there", Cancelled)).Output == "there\n", "an answer", cancellationToken: Cancelled);
    }
}
