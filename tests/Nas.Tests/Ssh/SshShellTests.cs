using Burnin.Domain.Nases;
using Burnin.Nas.Shell;
using Xunit;

namespace Burnin.Nas.Tests.Ssh;

public sealed class SshShellTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_answers_with_exit_code_output_and_errors_apart()
    {
        await using var bed = await SshTestBed.StartAsync();

        var answer = await bed.ShellTo(bed.Endpoint).RunAsync("echo out; echo err >&2; exit 7", Cancelled);

        Assert.Equal(new ShellAnswer(7, "out\n", "err\n"), answer);
    }

    [Fact]
    public async Task A_script_arrives_as_it_is_written()
    {
        await using var bed = await SshTestBed.StartAsync();
        const string Script = """
            x='it'"'"'s "quoted" $HOME `id` \n'
            printf '%s\n' "$x"
            cat <<'END'
              Prüfstand ✓ 漢字	tab
            END
            """;

        var answer = await bed.ShellTo(bed.Endpoint).RunAsync(Script, Cancelled);

        Assert.Equal(new ShellAnswer(0, "it's \"quoted\" $HOME `id` \\n\n  Prüfstand ✓ 漢字\ttab\n", ""), answer);
    }

    [Fact]
    public async Task A_shell_that_ends_before_it_has_read_everything_still_gives_its_exit_code()
    {
        await using var bed = await SshTestBed.StartAsync();
        var script = "exit 3\n" + string.Concat(Enumerable.Repeat("# never read\n", 10_000));

        var answer = await bed.ShellTo(bed.Endpoint).RunAsync(script, Cancelled);

        Assert.Equal(3, answer.ExitCode);
    }

    [Fact]
    public async Task Twenty_four_scripts_at_once_share_one_connection()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint);

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => shell.RunAsync($"sleep 0.2; echo {i}", Cancelled)));

        Assert.Equal(Enumerable.Range(0, 24).Select(i => $"{i}\n"), answers.Select(answer => answer.Output));
        Assert.Equal(1, bed.Server.SessionCount);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint, SshTestBed.Quick with { AnswerBytes = 1 << 20 });

        var refusal = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("cat /dev/zero", Cancelled));

        Assert.Equal(NasFault.UnexpectedAnswer, refusal.Fault);
        Assert.Equal("still here\n", (await shell.RunAsync("echo still here", Cancelled)).Output);
    }

    [Fact]
    public async Task A_long_answer_that_ended_is_refused_too()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint, SshTestBed.Quick with { AnswerBytes = 1000 });

        var refusal = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("head -c 2000 /dev/zero", Cancelled));

        Assert.Equal(NasFault.UnexpectedAnswer, refusal.Fault);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_let_go_at_once()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint);
        await shell.RunAsync("true", Cancelled);
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var running = shell.RunAsync("sleep 5", impatient.Token);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal("next\n", (await shell.RunAsync("echo next", Cancelled)).Output);
    }

    [Fact]
    public async Task A_shell_killed_from_outside_leaves_no_answer()
    {
        await using var bed = await SshTestBed.StartAsync();

        var failure = await Assert.ThrowsAsync<NasException>(() => bed.ShellTo(bed.Endpoint).RunAsync("kill -9 $$", Cancelled));

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Contains("ended from outside (KILL)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_shell_says_so()
    {
        await using var bed = await SshTestBed.StartAsync();
        var shell = bed.ShellTo(bed.Endpoint);
        await shell.RunAsync("true", Cancelled);

        await shell.DisposeAsync();

        var failure = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("true", Cancelled));
        Assert.Equal(NasFault.Unreachable, failure.Fault);
    }
}
