using System.Collections.Immutable;
using System.Text;

namespace Burnin.Nas.Host;

/// <summary>
/// The text that a host's <c>/bin/sh -s</c> gets: the arguments, the programme as a value, and its evaluation. As a
/// value, because the detached runner needs the text once more, and no file can be brought over.
/// </summary>
internal static class HostProgramme
{
    private const string EndOfProgramme = "BURNIN_END";

    /// <summary>In the order of reading: what is defined later uses what was defined before, and the last part acts.</summary>
    private static readonly ImmutableArray<string> Parts = ["words", "linux", "freebsd", "rails", "disks", "runs", "runner", "badblocks", "fio", "looking", "selftests", "kernel", "follow", "verbs"];

    private static readonly string Programme = Read();

    public static string Text(string verb, params IEnumerable<string> arguments)
    {
        var text = new StringBuilder("set --");
        foreach (var argument in arguments.Prepend(verb))
        {
            text.Append(' ').Append(Quoted(argument));
        }

        return text
            .Append("\nprogramme=$(cat <<'").Append(EndOfProgramme).Append("'\n")
            .Append(Programme).Append(EndOfProgramme)
            .Append("\n)\neval \"$programme\"\n").ToString();
    }

    /// <summary>The only place where anything becomes shell text. No shell takes a NUL, so none is passed on.</summary>
    internal static string Quoted(string argument) =>
        $"'{argument.Replace("\0", "", StringComparison.Ordinal).Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Read() => string.Concat(Parts.Select(part =>
    {
        using var stream = typeof(HostProgramme).Assembly.GetManifestResourceStream($"{part}.sh")
            ?? throw new InvalidOperationException($"The part {part} of the host programme is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }));
}
