using System.Globalization;

namespace Burnin.Bench;

/// <summary>Measured values in order, and what is said of them.</summary>
internal sealed class Sample(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public int Count => _sorted.Length;

    public double Median => At(0.5);

    public string Summary => Count == 0
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{Median:0.###} (min {_sorted[0]:0.###}, p95 {At(0.95):0.###}, max {_sorted[^1]:0.###})");

    /// <summary>The value that this share of all does not exceed.</summary>
    public double At(double share) => _sorted.Length == 0 ? double.NaN : _sorted[(int)Math.Ceiling(share * _sorted.Length) - 1];
}
