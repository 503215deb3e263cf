namespace Burnin.Domain.Nases;

/// <summary>
/// What a login that is not root needs: one exact command, without a password. The shell reads from its input what to do,
/// so the rule is worth as much as root; it spares the root login, not the trust.
/// </summary>
public static class SudoRule
{
    /// <summary>The one thing that is ever run.</summary>
    public const string Command = "/bin/sh -s";

    /// <summary>The line for <c>visudo</c>; null for root, who needs none.</summary>
    public static string? LineFor(string user) => user == "root" ? null : $"{user} ALL=(root) NOPASSWD: {Command}";
}
