using Burnin.Domain.Nases;
using Burnin.Nas.Shell;
using Burnin.Nas.Ssh;
using Xunit;

namespace Burnin.Nas.Tests.Ssh;

public sealed class SudoTests
{
    [Fact]
    public void Root_needs_no_sudo_and_others_are_never_asked()
    {
        Assert.Equal("/bin/sh -s", Sudo.CommandLineFor("root"));
        Assert.Equal("sudo -n /bin/sh -s", Sudo.CommandLineFor("burnin"));
    }

    [Theory]
    [InlineData("sudo: a password is required\n")]
    [InlineData("sudo: unable to resolve host nas: Name or service not known\nsudo: a password is required\n")]
    [InlineData("Sorry, user burnin is not allowed to execute '/bin/sh -s' as root on nas.\n")]
    public void A_refusal_names_the_line_that_is_missing(string errors)
    {
        var refusal = Sudo.RefusalIn(new ShellAnswer(1, "", errors), "burnin", "nas:22");

        Assert.Equal(NasFault.NotSupported, refusal?.Fault);
        Assert.EndsWith("burnin ALL=(root) NOPASSWD: /bin/sh -s", refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_without_sudo_is_told()
    {
        var refusal = Sudo.RefusalIn(new ShellAnswer(127, "", "sh: 1: sudo: not found\n"), "burnin", "nas:22");

        Assert.Equal(NasFault.NotSupported, refusal?.Fault);
    }

    [Theory]
    [InlineData("burnin", 0, "sudo: unable to resolve host nas\n")]
    [InlineData("burnin", 1, "sudo: unable to resolve host nas\ngrep: no match\n")]
    [InlineData("burnin", 1, "")]
    [InlineData("root", 1, "sudo: a password is required\n")]
    public void What_the_script_itself_says_is_its_answer(string user, int exitCode, string errors) =>
        Assert.Null(Sudo.RefusalIn(new ShellAnswer(exitCode, "", errors), user, "nas:22"));
}
