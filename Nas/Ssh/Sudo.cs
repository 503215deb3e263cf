using Burnin.Domain.Nases;
using Burnin.Nas.Shell;

namespace Burnin.Nas.Ssh;

/// <summary>Everything needs root's rights: logged in as another, it goes through sudo, which must not ask.</summary>
internal static class Sudo
{
    private const int NotFound = 127;

    /// <summary>Nothing but this reaches the login shell, which may be csh or zsh.</summary>
    public static string CommandLineFor(string user) => user == "root" ? SudoRule.Command : $"sudo -n {SudoRule.Command}";

    /// <summary>Null where the answer is the script's own.</summary>
    public static NasException? RefusalIn(ShellAnswer answer, string user, string place)
    {
        if (user == "root" || answer.ExitCode == 0 || answer.Output.Length > 0)
        {
            return null;
        }

        var errors = answer.Errors.Trim();
        if (answer.ExitCode == NotFound && errors.Contains("sudo", StringComparison.Ordinal))
        {
            return new NasException(
                NasFault.NotSupported, $"There is no sudo at {place}, and {user} is not root. Install sudo, or log in as root.");
        }

        // The last line decides: before it, sudo may grumble about other things and still do its work.
        var last = errors[(errors.LastIndexOf('\n') + 1)..];
        return answer.ExitCode == 1
            && (last.StartsWith("sudo: ", StringComparison.Ordinal) || last.StartsWith("Sorry, user ", StringComparison.Ordinal))
            ? new NasException(
                NasFault.NotSupported,
                $"{user} may not become root at {place} without a password ({errors.ReplaceLineEndings(" ")}). Add this line with visudo: {SudoRule.LineFor(user)}")
            : null;
    }
}
