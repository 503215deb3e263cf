using Burnin.Domain.Smart;

namespace Burnin.Silo.Explain;

/// <summary>
/// <c>explain FILE|FOLDER|- ... [--json]</c>: what Burnin reads in saved outputs of smartctl. Starts no silo and asks no
/// drive.
/// </summary>
internal static class ExplainVerb
{
    public const string Name = "explain";

    private const int Done = 0;
    private const int NotAllRead = 1;
    private const int WrongUse = 2;

    private const string Usage =
        """
        burnin explain FILE|FOLDER|- ... [--json]
          Reads saved outputs of smartctl (text or JSON, of any release) and says what stands in them. - is standard input.
          --json  one JSON object a line, one line a file
        """;

    public static bool IsAsked(string[] args) => args is [Name, ..];

    public static int Run(string[] args, Stream input, TextWriter output, TextWriter errors)
    {
        if (args.FirstOrDefault(arg => arg.StartsWith("--", StringComparison.Ordinal) && arg is not "--json") is { } unknown)
        {
            errors.WriteLine(unknown is "--help" ? Usage : $"There is no option {unknown}.\n{Usage}");
            return unknown is "--help" ? Done : WrongUse;
        }

        string[] paths = [.. args.Skip(1).Where(arg => !arg.StartsWith("--", StringComparison.Ordinal))];
        if (paths.Length == 0)
        {
            errors.WriteLine(Usage);
            return WrongUse;
        }

        var asJson = args.Contains("--json");
        var result = Done;
        foreach (var file in paths.SelectMany(SavedOutput.At))
        {
            if (file.Read(input, out var trouble) is { } bytes)
            {
                var report = SmartReports.Read(bytes);
                output.WriteLine(asJson ? ExplainJson.Of(file.Name, report) : ExplainText.Of(file.Name, report));
            }
            else
            {
                errors.WriteLine($"{file.Name}: {trouble}");
                result = NotAllRead;
            }
        }

        return result;
    }
}
