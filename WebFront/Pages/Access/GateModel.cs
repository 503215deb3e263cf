namespace Burnin.WebFront.Pages.Access;

/// <summary>What the pages before the first one show.</summary>
/// <param name="Back">Where to go afterwards; a page of ours.</param>
/// <param name="Name">What was typed.</param>
/// <param name="Problem">Why it was not accepted; null at first.</param>
public sealed record GateModel(string Back, string Name = "", string? Problem = null);
