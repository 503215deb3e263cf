namespace Burnin.Silo.Cli;

/// <summary>A command cannot be done; the message says why and what to do.</summary>
/// <param name="message">For people.</param>
/// <param name="code">What the API calls it; null where it was not asked.</param>
internal sealed class CliException(string message, string? code = null) : Exception(message)
{
    public string? Code { get; } = code;
}
