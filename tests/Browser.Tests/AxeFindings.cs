using Deque.AxeCore.Commons;

namespace Burnin.Browser.Tests;

internal static class AxeFindings
{
    /// <summary>What shuts people out, a line each.</summary>
    public static IEnumerable<string> Grave(AxeResult found, string where) =>
        from violation in found.Violations
        where violation.Impact is "serious" or "critical"
        select $"{where}: {violation.Id} ({violation.Impact}), {violation.Help}: {string.Join(" | ", violation.Nodes.Take(4).Select(node => node.Html))}";
}
