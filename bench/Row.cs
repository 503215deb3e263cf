namespace Burnin.Bench;

/// <summary>One measured quantity, with the unit in its name.</summary>
internal sealed record Row(string Quantity, string Value, string Note);
