namespace Burnin.Silo.Cli;

/// <summary>One verb that asks a running Burnin.</summary>
/// <param name="Name">The verb.</param>
/// <param name="Usage">What <c>--help</c> says of it.</param>
/// <param name="Read">Takes the words behind it apart.</param>
/// <param name="RunAsync">Does it; answers the exit code.</param>
internal sealed record CliCommand(
    string Name,
    string Usage,
    Func<IReadOnlyList<string>, CliWords> Read,
    Func<CliWords, BurninApi, TextWriter, TextWriter, CancellationToken, Task<int>> RunAsync);
