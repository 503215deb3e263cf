using System.Collections.Immutable;
using Burnin.Domain.Nases;
using Burnin.Nas.Shell;

namespace Burnin.Nas.Host;

/// <summary>What the programme answered, whole: a torn answer never becomes one.</summary>
internal sealed record HostAnswer(ImmutableArray<HostLine> Lines)
{
    /// <exception cref="NasException">The answer is torn, or says that the host failed.</exception>
    public static HostAnswer Read(ShellAnswer answer)
    {
        var lines = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(HostLine.Parse).ToImmutableArray();
        if (lines.FirstOrDefault(line => line.Tag == "failed") is { } failed)
        {
            throw new NasException(NasFault.NotSupported, failed.Word(0));
        }

        if (lines.FirstOrDefault(line => line.Tag == "busy") is { } busy)
        {
            throw new NasException(NasFault.Unreachable, busy.Word(0));
        }

        if (lines.IsEmpty || lines[^1].Tag != "end")
        {
            var said = answer.Errors.Length > 0 ? answer.Errors : answer.Output;
            throw new NasException(
                NasFault.UnexpectedAnswer,
                $"The host broke off its answer (exit {answer.ExitCode}): {said[..Math.Min(said.Length, 300)].Trim()}");
        }

        return new HostAnswer(lines);
    }

    public HostLine? First(string tag) => Lines.FirstOrDefault(line => line.Tag == tag);

    public IEnumerable<HostLine> All(string tag) => Lines.Where(line => line.Tag == tag);

    /// <summary>The lines of a tag that carries text as it is, put together again.</summary>
    public string Text(string tag) => string.Join('\n', All(tag).Where(line => line.IsText).Select(line => line.Rest));
}
