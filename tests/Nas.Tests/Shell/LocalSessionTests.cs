using Burnin.Domain.Nases;
using Burnin.Nas.Host;
using Burnin.Nas.Shell;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Shell;

public sealed class LocalSessionTests
{
    /// <summary>Tells its process number to whoever asks; the word "leave" ends it, "hang" makes it silent.</summary>
    private const string Parrot = """
        echo ready
        while read -r line; do
          case $line in leave) echo 'as you wish' >&2; exit 4 ;; hang) sleep 60 ;; esac
          echo "$$ $line"; echo end
        done
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> AllShells() => ["dash", "busybox", "bash"];

    [Theory, MemberData(nameof(AllShells))]
    public async Task The_programme_answers_one_question_after_another(string name)
    {
        Assert.SkipWhen(Prerequisites.Missing(Prerequisite.Root, Prerequisite.Busybox) is not null, Prerequisites.Missing(Prerequisite.Root, Prerequisite.Busybox) ?? "");
        await using var session = await PosixShells.Named(name).OpenAsync(HostProgramme.Text("follow", "/nowhere at all"), Cancelled);

        for (var i = 0; i < 50; i++)
        {
            var answer = HostAnswer.Read(new ShellAnswer(0, await session.AskAsync($"a-{i}:0 b-{i}:7", Cancelled), ""));
            Assert.Equal([$"a-{i}", $"b-{i}"], answer.All("seen").Select(line => line.Word(0)));
            Assert.All(answer.All("seen"), line => Assert.Equal("none", line.Word(1)));
        }
    }

    [Theory, MemberData(nameof(AllShells))]
    public async Task A_question_that_fails_leaves_the_session_alive(string name)
    {
        Assert.SkipWhen(Prerequisites.Missing(Prerequisite.Root, Prerequisite.Busybox) is not null, Prerequisites.Missing(Prerequisite.Root, Prerequisite.Busybox) ?? "");
        await using var session = await PosixShells.Named(name).OpenAsync(HostProgramme.Text("follow", "/nowhere"), Cancelled);

        Assert.Contains("failed Not%20a%20run%20id", await session.AskAsync("../etc:0 *:0", Cancelled), StringComparison.Ordinal);
        Assert.DoesNotContain("seen", await session.AskAsync("", Cancelled), StringComparison.Ordinal);
        Assert.Contains("seen a none", await session.AskAsync("a:0", Cancelled), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(AllShells))]
    public async Task The_programme_ends_when_its_questions_do(string name)
    {
        Assert.SkipWhen(Prerequisites.Missing(Prerequisite.Root, Prerequisite.Busybox) is not null, Prerequisites.Missing(Prerequisite.Root, Prerequisite.Busybox) ?? "");

        var answer = await PosixShells.Named(name).RunAsync(HostProgramme.Text("follow", "/nowhere"), Cancelled);

        Assert.Equal(new ShellAnswer(0, "ready\n", ""), answer);
    }

    [Fact]
    public async Task A_session_that_is_closed_leaves_no_process()
    {
        var session = await new LocalShell().OpenAsync(Parrot, Cancelled);
        var process = $"/proc/{(await session.AskAsync("hello", Cancelled)).Split(' ')[0]}";
        Assert.True(Directory.Exists(process));

        await session.DisposeAsync();

        await Eventually.TrueAsync(() => !Directory.Exists(process), "the end of the shell", cancellationToken: Cancelled);
        Assert.Equal(NasFault.Unreachable, (await Assert.ThrowsAsync<NasException>(() => session.AskAsync("hello", Cancelled))).Fault);
    }

    [Fact]
    public async Task A_shell_that_leaves_kills_the_session_and_its_last_words_are_told()
    {
        await using var session = await new LocalShell().OpenAsync(Parrot, Cancelled);

        var failure = await Assert.ThrowsAsync<NasException>(() => session.AskAsync("leave", Cancelled));

        Assert.Equal((NasFault.Unreachable, "The shell of this machine broke off: as you wish"), (failure.Fault, failure.Message));
        await Assert.ThrowsAsync<NasException>(() => session.AskAsync("hello", Cancelled));
    }

    [Fact]
    public async Task A_question_that_is_given_up_kills_the_session()
    {
        await using var session = await new LocalShell().OpenAsync(Parrot, Cancelled);
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var asking = session.AskAsync("hang", impatient.Token);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await Assert.ThrowsAsync<NasException>(() => session.AskAsync("hello", Cancelled));
    }

    [Fact]
    public async Task Questions_asked_at_once_are_answered_one_by_one()
    {
        await using var session = await new LocalShell().OpenAsync(Parrot, Cancelled);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => session.AskAsync($"{i}", Cancelled)));

        Assert.All(answers.Index(), answer => Assert.EndsWith($" {answer.Index}\nend\n", answer.Item, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_without_end_is_a_failure()
    {
        await using var session = await new LocalShell().OpenAsync("echo ready; read -r line; yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Cancelled);

        var failure = await Assert.ThrowsAsync<NasException>(() => session.AskAsync("hello", Cancelled));

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
    }
}
