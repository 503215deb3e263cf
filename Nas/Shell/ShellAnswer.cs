namespace Burnin.Nas.Shell;

internal sealed record ShellAnswer(int ExitCode, string Output, string Errors);
