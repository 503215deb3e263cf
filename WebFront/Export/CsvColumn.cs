namespace Burnin.WebFront.Export;

/// <summary>One column of an export: its name in the first line, and what a row has there.</summary>
internal sealed record CsvColumn<T>(string Name, Func<T, string?> Value);
