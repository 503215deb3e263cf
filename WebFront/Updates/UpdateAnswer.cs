namespace Burnin.WebFront.Updates;

/// <summary>Whether there is a newer Burnin.</summary>
/// <param name="Version">What runs here.</param>
/// <param name="Latest">What was released last; null where nobody was asked, or nobody answered.</param>
/// <param name="IsNewer">Latest is newer than what runs here.</param>
/// <param name="Url">Where to read about it.</param>
/// <param name="Problem">Why it is not known.</param>
public sealed record UpdateAnswer(string Version, string? Latest, bool IsNewer, string? Url, string? Problem);
