using Burnin.Domain.Nases;
using Burnin.Nas.Host;
using Burnin.Nas.Ssh;
using Burnin.Nas.Tests.Shell;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Ssh;

/// <summary>Questions and answers over one channel of a real connection.</summary>
public sealed class SshSessionTests
{
    /// <summary>Tells its process number to whoever asks.</summary>
    private const string Parrot = """echo ready; while read -r line; do echo "$$ $line"; echo end; done""";

    private static readonly SshLimits Nervous = SshTestBed.Quick with { ProbeAfter = TimeSpan.FromSeconds(1), Probe = TimeSpan.FromSeconds(2) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_questions_go_over_one_channel()
    {
        await using var bed = await SshTestBed.StartAsync();
        await using var session = await bed.ShellTo(bed.Endpoint).OpenAsync(HostProgramme.Text("follow", "/nowhere"), Cancelled);

        for (var i = 0; i < 200; i++)
        {
            Assert.Contains($"seen a-{i} none", await session.AskAsync($"a-{i}:0", Cancelled), StringComparison.Ordinal);
        }

        Assert.Equal(1, bed.Server.SessionCount);
    }

    [Fact]
    public async Task Scripts_and_a_session_do_not_wait_for_each_other()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint);
        await using var session = await shell.OpenAsync(Parrot, Cancelled);
        var gate = Path.Combine(Path.GetTempPath(), $"burnin-{Guid.NewGuid():N}");

        var scripts = Enumerable.Range(0, 24).Select(_ => shell.RunAsync($"until [ -e {gate} ]; do sleep 0.05; done", Cancelled)).ToList();
        var answer = await session.AskAsync("hello", Cancelled);
        var isAnyDone = scripts.Exists(script => script.IsCompleted);
        await File.WriteAllTextAsync(gate, "", Cancelled);
        await Task.WhenAll(scripts);
        File.Delete(gate);

        Assert.EndsWith(" hello\nend\n", answer, StringComparison.Ordinal);
        Assert.False(isAnyDone);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_shell_at_the_host_ends_when_our_side_goes_away(bool isCut)
    {
        await using var bed = await SshTestBed.StartAsync();
        var session = await bed.ShellTo(bed.Endpoint).OpenAsync(Parrot, Cancelled);
        var process = $"/proc/{(await session.AskAsync("hello", Cancelled)).Split(' ')[0]}";
        Assert.True(Directory.Exists(process));

        await (isCut ? bed.Server.DropAsync(Cancelled) : session.DisposeAsync().AsTask());

        await Eventually.TrueAsync(() => !Directory.Exists(process), "the end of the shell", cancellationToken: Cancelled);
    }

    [Fact]
    public async Task A_session_dies_with_its_connection_and_another_opens_over_a_new_one()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint);
        var session = await shell.OpenAsync(Parrot, Cancelled);
        await session.AskAsync("hello", Cancelled);

        await bed.Server.DropAsync(Cancelled);

        Assert.Equal(NasFault.Unreachable, (await Assert.ThrowsAsync<NasException>(() => session.AskAsync("hello", Cancelled))).Fault);
        await using var next = await shell.OpenAsync(Parrot, Cancelled);
        Assert.EndsWith(" again\nend\n", await next.AskAsync("again", Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_opens_over_a_connection_that_was_cut_while_idle()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint);
        await shell.RunAsync("true", Cancelled);

        await bed.Server.DropAsync(Cancelled);

        await using var session = await shell.OpenAsync(Parrot, Cancelled);
        Assert.EndsWith(" hello\nend\n", await session.AskAsync("hello", Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shell_that_ends_before_it_is_ready_says_why()
    {
        await using var bed = await SshTestBed.StartAsync();

        var failure = await Assert.ThrowsAsync<NasException>(
            () => bed.ShellTo(bed.Endpoint).OpenAsync("echo 'no room' >&2; exit 3", Cancelled));

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.EndsWith("ended by itself (exit 3): no room", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_half_open_connection_is_noticed_by_the_look_and_looked_at_again_over_a_new_one()
    {
        await using var bed = await SshTestBed.StartAsync();
        var recording = new RecordingShell(bed.ShellTo(bed.Endpoint, Nervous));
        await using var status = new StatusSession(
            recording, new NasConnection { Name = "nas", Kind = NasKind.Linux, RunDirectory = "/nowhere" }, TimeSpan.FromSeconds(2), TimeProvider.System);
        await status.AskAsync(["a:0"], Cancelled);
        await status.AskAsync(["a:0"], Cancelled);
        Assert.Single(recording.Sessions);

        await bed.Server.FreezeAsync(Cancelled);

        var failure = await Assert.ThrowsAsync<NasException>(() => status.AskAsync(["a:0"], Cancelled));
        Assert.Equal((NasFault.Unreachable, "nas did not say how its runs are within 2 seconds."), (failure.Fault, failure.Message));
        await Eventually.TrueAsync(async () => (await status.AskAsync(["a:0"], Cancelled)).First("seen") is not null, "a look over a new connection", cancellationToken: Cancelled);
    }

    [Fact]
    public async Task A_session_that_is_slow_costs_nobody_the_connection()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint, Nervous);
        await using var slow = await shell.OpenAsync("echo ready; read -r line; sleep 20", Cancelled);
        using var impatient = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow.AskAsync("hello", impatient.Token));
        await using var next = await shell.OpenAsync(Parrot, Cancelled);

        Assert.EndsWith(" hello\nend\n", await next.AskAsync("hello", Cancelled), StringComparison.Ordinal);
        Assert.Equal(1, bed.Server.SessionCount);
    }
}
