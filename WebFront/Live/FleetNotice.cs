namespace Burnin.WebFront.Live;

/// <summary>Says only that something changed: whoever hears it reads the list, and so cannot miss a change.</summary>
public sealed record FleetNotice;
