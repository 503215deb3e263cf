using System.Text.Json;

namespace Burnin.Silo.Cli;

/// <summary>What became of a burn-in, as a word and as an exit code for scripts.</summary>
/// <param name="Word">For people.</param>
/// <param name="ExitCode">For scripts.</param>
internal sealed record Outcome(string Word, int ExitCode)
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;
    public const int Inconclusive = 3;
    public const int NotOver = 4;

    public static string Help =>
        "Ends with 0 if passed (notes or not), 1 if failed, 3 if inconclusive or cancelled, 4 if it is not over, 2 if it could not be asked.";

    public static Outcome Of(JsonElement job) => (job.Text("state"), job.Text("verdict")) switch
    {
        _ when !job.IsTrue("is_over") => new(job.Text("state") ?? "unknown", NotOver),
        (_, "pass") => new("pass", Done),
        (_, "pass_with_notes") => new("pass with notes", Done),
        (_, "fail") => new("fail", Failed),
        ("failed", null) => new("failed", Failed),
        (var state, null) => new(state ?? "unknown", Inconclusive),
        (_, var verdict) => new(verdict, Inconclusive),
    };

    /// <summary>Of several: failed counts most, then what says nothing.</summary>
    public static int OfAll(IEnumerable<Outcome> outcomes)
    {
        var codes = outcomes.Select(outcome => outcome.ExitCode).ToHashSet();
        return new[] { Failed, NotOver, Inconclusive }.FirstOrDefault(codes.Contains, Done);
    }
}
