using System.Globalization;
using System.Text;

namespace Burnin.WebFront.Metrics;

/// <summary>Figures in the text format of Prometheus: a kind and a help for each name, then its samples.</summary>
internal sealed class MetricsText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder text = new();

    /// <param name="name">With its unit.</param>
    /// <param name="help">In a sentence.</param>
    /// <param name="samples">Labels by name, and the figure.</param>
    public MetricsText Gauge(string name, string help, IEnumerable<((string Name, string Value)[] Labels, double Figure)> samples) =>
        Add(name, "gauge", help, samples);

    public MetricsText Counter(string name, string help, IEnumerable<((string Name, string Value)[] Labels, double Figure)> samples) =>
        Add(name, "counter", help, samples);

    public override string ToString() => text.ToString();

    private MetricsText Add(string name, string kind, string help, IEnumerable<((string Name, string Value)[] Labels, double Figure)> samples)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {kind}\n");
        foreach (var (labels, figure) in samples)
        {
            var said = labels.Length == 0 ? "" : $"{{{string.Join(',', labels.Select(label => $"{label.Name}=\"{Escaped(label.Value)}\""))}}}";
            text.Append(CultureInfo.InvariantCulture, $"{name}{said} {figure}\n");
        }

        return this;
    }

    /// <summary>Whatever a drive or a person has written in a name.</summary>
    private static string Escaped(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
