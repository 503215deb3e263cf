namespace Burnin.WebFront.Pages.Errors;

/// <summary>What went wrong, and where to go from here.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Detail">In a sentence, with what to do.</param>
/// <param name="Href">A page that is there.</param>
/// <param name="Link">What that page is called.</param>
/// <param name="TraceId">Leads to the log; null where nothing was logged.</param>
public sealed record ErrorModel(string Title, string Detail, string Href = "/", string Link = "Go to the drives", string? TraceId = null);
