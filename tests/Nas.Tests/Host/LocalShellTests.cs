using Burnin.Domain.Nases;
using Burnin.Nas.Host;
using Burnin.Nas.Shell;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class LocalShellTests
{
    [Fact]
    public async Task An_exit_code_and_both_streams_are_the_answer()
    {
        await using var shell = new LocalShell();

        Assert.Equal(
            new ShellAnswer(3, "out\n", "err\n"),
            await shell.RunAsync("echo out; echo err >&2; exit 3", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_at_once()
    {
        await using var shell = new LocalShell();
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shell.RunAsync("sleep 60", limit.Token));
    }

    [Fact]
    public async Task An_endless_answer_is_a_failure()
    {
        await using var shell = new LocalShell();

        var failure = await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done", TestContext.Current.CancellationToken));

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
    }

    [Fact]
    public async Task A_shell_that_is_not_there_is_said_so()
    {
        await using var shell = new LocalShell("/no/such/shell");

        Assert.Equal(NasFault.NotSupported, (await Assert.ThrowsAsync<NasException>(() => shell.RunAsync("", TestContext.Current.CancellationToken))).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("it's")]
    [InlineData("$(id) `id` \"; exit 9 #")]
    [InlineData("line one\nline two\n")]
    [InlineData("ünï\tcödé \\ 100%")]
    public async Task Any_argument_reaches_the_host_as_it_is(string argument)
    {
        await using var shell = new LocalShell();

        var answer = await shell.RunAsync($"printf %s {HostProgramme.Quoted(argument)}", TestContext.Current.CancellationToken);

        Assert.Equal(new ShellAnswer(0, argument, ""), answer);
    }
}
