using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;

namespace Burnin.Silo.Explain;

/// <summary>
/// <c>explain FILE|FOLDER|- ... [--policy new] [--json]</c>: what Burnin reads in saved outputs of smartctl, and what it would
/// say of them. Starts no silo and asks no drive.
/// </summary>
internal static class ExplainVerb
{
    public const string Name = "explain";

    private const int Done = 0;
    private const int NotAllRead = 1;
    private const int WrongUse = 2;

    private const string Usage =
        """
        burnin explain FILE|FOLDER|- ... [--policy NAME] [--json]
          Reads saved outputs of smartctl (text or JSON, of any release) and says what stands in them. - is standard input.
          --policy NAME  judge by this policy: new (if none is named), used, classic
          --json         one JSON object a line, one line a file
        """;

    public static int Run(string[] args, Stream input, TextWriter output, TextWriter errors)
    {
        if (ExplainWish.Read(args[1..], out var wrong) is not { } wish)
        {
            errors.WriteLine(wrong is null ? Usage : $"{wrong}\n{Usage}");
            return wrong is null ? Done : WrongUse;
        }

        var result = Done;
        foreach (var file in wish.Paths.SelectMany(SavedOutput.At))
        {
            if (file.Read(input, out var trouble) is { } bytes)
            {
                var snapshot = SmartSnapshot.Of(SmartText.Decode(bytes), null, default);
                var verdict = OutputVerdict.Judge(wish.Policy, snapshot);
                output.WriteLine(wish.AsJson
                    ? ExplainJson.Of(file.Name, snapshot.Report!, wish.Policy, verdict)
                    : ExplainText.Of(file.Name, snapshot.Report!, wish.Policy, verdict));
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
