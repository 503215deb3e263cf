namespace Burnin.Domain.Smart.Reading;

/// <summary>The four error counters of a SAS phy, which every form and release spells in its own way.</summary>
internal static class SasCounters
{
    /// <summary>The name under which it is known here; null for what is no such counter.</summary>
    public static string? NameOf(ReadOnlySpan<char> spelled) =>
        Has(spelled, "invalid") && Has(spelled, "word") ? "Invalid DWORD count"
        : Has(spelled, "running") && Has(spelled, "disparity") ? "Running disparity error count"
        : Has(spelled, "loss") && Has(spelled, "sync") ? "Loss of DWORD synchronization count"
        : Has(spelled, "phy") && Has(spelled, "reset") && Has(spelled, "problem") ? "Phy reset problem count"
        : null;

    public static bool IsSpeed(ReadOnlySpan<char> spelled) => Has(spelled, "negotiated") && Has(spelled, "rate");

    private static bool Has(ReadOnlySpan<char> spelled, string part) => spelled.Contains(part, StringComparison.OrdinalIgnoreCase);
}
