using System.Diagnostics;
using Burnin.Domain.Nases;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Ssh;

/// <summary>What happens to a connection between two machines.</summary>
public sealed class SshLinkTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_cut_while_idle_is_made_anew_unnoticed()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint);
        await shell.RunAsync("true", Cancelled);

        await bed.Server.DropAsync(Cancelled);

        Assert.Equal("back\n", (await shell.RunAsync("echo back", Cancelled)).Output);
    }

    [Fact]
    public async Task A_connection_cut_under_a_script_is_a_failure_that_the_next_call_gets_over()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint);
        var marker = Path.Combine(Path.GetTempPath(), $"burnin-{Guid.NewGuid():N}");

        var running = shell.RunAsync($"echo x >> {marker}; sleep 5", Cancelled);
        await Eventually.TrueAsync(() => File.Exists(marker), "the script", cancellationToken: Cancelled);
        await bed.Server.DropAsync(Cancelled);

        var failure = await Assert.ThrowsAsync<NasException>(() => running);
        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Equal("1\n", (await shell.RunAsync($"wc -l < {marker}; rm {marker}", Cancelled)).Output);
    }

    [Fact]
    public async Task A_half_open_connection_is_given_up_after_the_limit_and_made_anew()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint, SshTestBed.Quick with { Script = TimeSpan.FromSeconds(3), Probe = TimeSpan.FromSeconds(2) });
        await shell.RunAsync("true", Cancelled);

        await bed.Server.FreezeAsync(Cancelled);
        var since = Stopwatch.GetTimestamp();
        var failure = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));
        var waited = Stopwatch.GetElapsedTime(since);

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.InRange(waited.TotalSeconds, 2.5, 30);
        Assert.Equal("anew\n", (await shell.RunAsync("echo anew", Cancelled)).Output);
    }

    [Fact]
    public async Task Impatient_callers_find_out_about_a_half_open_connection_too()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint, SshTestBed.Quick with { Script = TimeSpan.FromSeconds(3), Probe = TimeSpan.FromSeconds(2) });
        await shell.RunAsync("true", Cancelled);
        await bed.Server.FreezeAsync(Cancelled);

        await Eventually.TrueAsync(
            async () =>
            {
                using var impatient = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
                return (await shell.RunAsync("echo anew", impatient.Token)).Output == "anew\n";
            },
            "an answer over a new connection",
            cancellationToken: Cancelled);
    }

    [Fact]
    public async Task A_closed_port_is_told_in_a_sentence()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint);
        await bed.Server.StopAsync();

        var failure = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Equal(
            $"127.0.0.1:{bed.Server.Port} refuses connections. Check that its SSH service is on, and the port.", failure.Message);
    }

    [Fact]
    public async Task A_name_without_an_address_is_told_in_a_sentence()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint with { Host = "nas.invalid" });

        var failure = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Contains("nas.invalid", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_comes_back_during_the_retries_is_reached()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint with { HostKey = null }, SshTestBed.Quick with { Retries = 12 });
        await bed.Server.StopAsync();

        var running = shell.RunAsync("echo back", Cancelled);
        await bed.Server.RotateHostKeyAsync(Cancelled);

        Assert.Equal("back\n", (await running).Output);
    }
}
